import type { SqlFile } from '../../lib/sql-file.io.ts'
import type { RecipientFields } from '../../model/stencil.ts'
import { isSuppressed, settledAsSuppressed } from './sqlite-suppressed.ts'
import { type DeliveryState, noCounts, type StateCounts } from './states.ts'
import type { Claimed, DeliveryRecord, Mark, Result } from './store.ts'

/** Rows of a generation that is not confirmed yet do not count. */
const confirmedRows = 'generation <= (SELECT confirmed FROM issue WHERE id = delivery.issue_id)'

/** Takes due rows. What was suppressed since the audience was frozen is settled first, in the same transaction. */
export function claimDeliveries(
  file: SqlFile,
  issueId: number,
  { owner, until, limit, now }: { owner: string; until: number; limit: number; now: number },
): Claimed[] {
  const rows = file.transaction(() => {
    for (;;) {
      const claimed = file.all(
        `UPDATE delivery SET state = 'leased', lease_owner = ?, lease_until = ?, fence = fence + 1
         WHERE issue_id = ? AND recipient_id IN (
           SELECT recipient_id FROM delivery
           WHERE issue_id = ? AND state IN ('pending', 'deferred') AND not_before <= ? AND ${confirmedRows}
           ORDER BY not_before, recipient_id LIMIT ?)
         RETURNING recipient_id, address_key, address, attempts, fence, fields, ${isSuppressed} AS suppressed`,
        owner,
        until,
        issueId,
        issueId,
        now,
        limit,
      ) as ClaimedRow[]
      const free = claimed.filter(({ suppressed }) => suppressed === 0)
      for (const row of claimed) {
        if (row.suppressed !== 0) settleIfSuppressed(file, issueId, row.recipient_id, row.fence, now)
      }
      if (free.length > 0 || claimed.length === 0) return free
    }
  })
  return rows.toSorted((a, b) => a.recipient_id - b.recipient_id).map(claimedOf)
}

interface ClaimedRow {
  recipient_id: number
  address_key: string
  address: string | null
  attempts: number
  fence: number
  fields: string | null
  suppressed: number
}

function claimedOf(row: ClaimedRow): Claimed {
  return {
    recipientId: row.recipient_id,
    address: row.address ?? row.address_key,
    attempts: row.attempts,
    fence: row.fence,
    fields: fieldsOf(row.fields),
  }
}

function settleIfSuppressed(file: SqlFile, issueId: number, recipientId: number, fence: number, now: number): void {
  file.run(
    `UPDATE delivery SET ${settledAsSuppressed}, at = ?
     WHERE issue_id = ? AND recipient_id = ? AND fence = ? AND state = 'leased' AND ${isSuppressed}`,
    now,
    issueId,
    recipientId,
    fence,
  )
}

/** See `LedgerStore.leaveOut`. */
export function leaveOut(file: SqlFile, issueId: number, owner: string, recipientIds: readonly number[], now: number): Set<number> {
  const rows = file.all(
    `UPDATE delivery SET ${settledAsSuppressed}, at = ?
     WHERE issue_id = ? AND recipient_id IN (SELECT value FROM json_each(?)) AND state = 'leased' AND lease_owner = ? AND ${isSuppressed}
     RETURNING recipient_id`,
    now,
    issueId,
    JSON.stringify(recipientIds),
    owner,
  ) as { recipient_id: number }[]
  return new Set(rows.map(({ recipient_id: id }) => id))
}

function fieldsOf(json: string | null): RecipientFields {
  return json === null ? {} : (JSON.parse(json) as RecipientFields)
}

/**
 * Writes results and marks in one transaction: one wait for the disk for all of them. Results come first, so that a
 * connection never has two rows in `attempting`. The fence keeps out whoever lost the lease. Suppressions are looked up
 * in the same transaction: one that another process has committed by then is honoured, and there is no moment between.
 */
export function commitDeliveries(
  file: SqlFile,
  issueId: number,
  results: readonly Result[],
  marks: readonly Mark[],
  now: number,
): Set<number> {
  const refused = new Set<number>()
  file.transaction(() => {
    for (const result of results) {
      file.run(
        `UPDATE delivery SET state = ?, attempts = ?, not_before = ?, code = ?, reply = ?, reason = ?, at = ?,
           lease_owner = NULL, lease_until = NULL
         WHERE issue_id = ? AND recipient_id = ? AND fence = ? AND state IN ('leased', 'attempting')`,
        result.state,
        result.attempts,
        result.notBefore,
        result.code,
        result.reply,
        result.reason,
        now,
        issueId,
        result.recipientId,
        result.fence,
      )
    }
    for (const mark of marks) {
      const changed = file.run(
        `UPDATE delivery SET state = 'attempting', attempts = ?, at = ?
         WHERE issue_id = ? AND recipient_id = ? AND fence = ? AND state = 'leased' AND NOT ${isSuppressed}`,
        mark.attempts,
        now,
        issueId,
        mark.recipientId,
        mark.fence,
      )
      if (changed > 0) continue
      refused.add(mark.recipientId)
      settleIfSuppressed(file, issueId, mark.recipientId, mark.fence, now)
    }
  })
  return refused
}

/** See `LedgerStore.recover`. */
export function recoverDeliveries(
  file: SqlFile,
  issueId: number,
  now: number,
  exclusive: boolean,
): { unsent: number; inDoubt: number } {
  // Time does not matter when nobody else can hold a lease.
  const before = exclusive ? Number.MAX_SAFE_INTEGER : now
  return file.transaction(() => ({
    unsent: file.run(
      `UPDATE delivery SET state = 'pending', lease_owner = NULL, lease_until = NULL, fence = fence + 1
       WHERE issue_id = ? AND state = 'leased' AND lease_until < ?`,
      issueId,
      before,
    ),
    inDoubt: file.run(
      `UPDATE delivery SET state = 'in_doubt', reason = 'crash', code = 0, lease_owner = NULL, lease_until = NULL,
         fence = fence + 1, reply = 'the send stopped after the message may have left and before its reply was recorded'
       WHERE issue_id = ? AND state = 'attempting' AND lease_until < ?`,
      issueId,
      before,
    ),
  }))
}

/** See `LedgerStore.retryFailed`. */
export function retryFailed(file: SqlFile, issueId: number, slug: string): number {
  return file.transaction(() => {
    file.run(
      `DELETE FROM suppression WHERE issue = ? AND source = 'reply' AND address_key IN
         (SELECT address_key FROM delivery WHERE issue_id = ? AND state = 'rejected')`,
      slug,
      issueId,
    )
    const changed = file.run(
      `UPDATE delivery SET state = 'pending', attempts = CASE state WHEN 'rejected' THEN 0 ELSE attempts END, not_before = 0
       WHERE issue_id = ? AND state IN ('rejected', 'deferred')`,
      issueId,
    )
    if (changed > 0) reopen(file, issueId)
    return changed
  })
}

/** See `LedgerStore.resendDoubtful`. */
export function resendDoubtful(file: SqlFile, issueId: number): number {
  return file.transaction(() => {
    const changed = file.run(
      "UPDATE delivery SET state = 'pending', not_before = 0 WHERE issue_id = ? AND state = 'in_doubt'",
      issueId,
    )
    if (changed > 0) reopen(file, issueId)
    return changed
  })
}

function reopen(file: SqlFile, issueId: number): void {
  file.run('UPDATE issue SET completed_at = NULL WHERE id = ?', issueId)
}

/** When the earliest open row may be claimed. */
export function nextDue(file: SqlFile, issueId: number): number | undefined {
  const row = file.get(
    `SELECT min(not_before) AS due FROM delivery WHERE issue_id = ? AND state IN ('pending', 'deferred') AND ${confirmedRows}`,
    issueId,
  ) as { due: number | null }
  return row.due ?? undefined
}

/** How many rows are in each state. */
export function countDeliveries(file: SqlFile, issueId: number): StateCounts {
  const rows = file.all(
    `SELECT state, count(*) AS n FROM delivery WHERE issue_id = ? AND ${confirmedRows} GROUP BY state`,
    issueId,
  ) as { state: DeliveryState; n: number }[]
  const counts = noCounts()
  for (const { state, n } of rows) counts[state] = n
  return counts
}

interface DeliveryRow {
  recipient_id: number
  line: number
  address: string
  state: DeliveryState
  attempts: number
  code: number
  reply: string
  reason: string
  at: number
  fields: string | null
}

/** Confirmed rows after an id, in the order of the list. */
export function listDeliveries(file: SqlFile, issueId: number, after: number, limit: number): DeliveryRecord[] {
  const rows = file.all(
    `SELECT recipient_id, line, coalesce(address, address_key) AS address, state, attempts, code, reply, reason, at, fields
     FROM delivery WHERE issue_id = ? AND recipient_id > ? AND ${confirmedRows} ORDER BY recipient_id LIMIT ?`,
    issueId,
    after,
    limit,
  ) as DeliveryRow[]
  return rows.map(({ recipient_id: recipientId, fields, ...row }) => ({ recipientId, ...row, fields: fieldsOf(fields) }))
}
