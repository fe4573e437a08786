import type { SqlFile } from '../../lib/sql-file.io.ts'
import type { Recipient } from '../../model/recipient.ts'
import { isSuppressed, settledAsSuppressed } from './sqlite-suppressed.ts'
import type { Confirmation, IssueRecord, PlanCounts, Reopened } from './store.ts'

interface IssueRow {
  id: number
  slug: string
  content_hash: string
  content: string
  list: string
  list_hash: string
  generation: number
  confirmed: number
  prepared: number
  refused: number
  duplicates: number
  prepared_at: number
  completed_at: number | null
}

/** The confirmed issue of a name; one that was only planned does not count. */
export function findIssue(file: SqlFile, slug: string): IssueRecord | undefined {
  const row = file.get('SELECT * FROM issue WHERE slug = ? AND confirmed > 0', slug) as IssueRow | undefined
  return row === undefined ? undefined : issueOf(row)
}

/** Every confirmed issue, the latest first. */
export function listIssues(file: SqlFile): IssueRecord[] {
  return (file.all('SELECT * FROM issue WHERE confirmed > 0 ORDER BY prepared_at DESC, id DESC') as IssueRow[]).map(issueOf)
}

function issueOf(row: IssueRow): IssueRecord {
  return {
    id: row.id,
    slug: row.slug,
    contentHash: row.content_hash,
    content: row.content,
    list: row.list,
    listHash: row.list_hash,
    generation: row.generation,
    confirmed: row.confirmed,
    prepared: row.prepared,
    refused: row.refused,
    duplicates: row.duplicates,
    preparedAt: row.prepared_at,
    completedAt: row.completed_at ?? undefined,
  }
}

/** A preparation whose work is done when its methods return. */
interface SyncPreparation {
  generation: number
  add: (recipients: readonly Recipient[]) => void
  plan: (reopened: readonly Reopened[]) => PlanCounts
}

/**
 * Starts a generation of recipients. Every batch is committed by itself, so that a long list does not lock the ledger;
 * what makes the freeze atomic is the confirmation, before which no row of the generation counts.
 */
export function prepareAudience(file: SqlFile, slug: string, now: number): SyncPreparation {
  const { id, generation, list } = file.transaction(() => {
    file.run('INSERT INTO issue (slug, prepared_at) VALUES (?, ?) ON CONFLICT (slug) DO NOTHING', slug, now)
    const issue = issueOf(file.get('SELECT * FROM issue WHERE slug = ?', slug) as IssueRow)
    file.run('DELETE FROM delivery WHERE issue_id = ? AND generation > ?', issue.id, issue.confirmed)
    file.run('UPDATE issue SET generation = generation + 1 WHERE id = ?', issue.id)
    return { id: issue.id, generation: issue.generation + 1, list: issue.list }
  })
  const last = file.get('SELECT max(recipient_id) AS id FROM delivery WHERE issue_id = ?', id) as { id: number | null }
  let nextId = (last.id ?? 0) + 1
  const counts = { added: 0, known: 0, duplicates: 0 }
  return {
    generation,
    add: (recipients) => {
      file.transaction(() => {
        for (const recipient of recipients) {
          const outcome = addRecipient(file, id, generation, nextId, recipient)
          counts[outcome]++
          if (outcome === 'added') nextId++
        }
      })
    },
    plan: (reopened) => planOf(file, id, generation, list, counts, reopened),
  }
}

function addRecipient(
  file: SqlFile,
  issueId: number,
  generation: number,
  recipientId: number,
  { address, fields, line }: Recipient,
): 'added' | 'known' | 'duplicates' {
  const inserted = file.run(
    `INSERT INTO delivery (issue_id, recipient_id, line, address_key, address, fields, generation, seen)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (issue_id, address_key) DO NOTHING`,
    issueId,
    recipientId,
    line,
    address.key,
    address.address === address.key ? null : address.address,
    Object.keys(fields).length === 0 ? null : JSON.stringify(fields),
    generation,
    generation,
  )
  if (inserted > 0) return 'added'
  const seen = file.run(
    'UPDATE delivery SET seen = ? WHERE issue_id = ? AND address_key = ? AND seen < ?',
    generation,
    issueId,
    address.key,
    generation,
  )
  return seen > 0 ? 'known' : 'duplicates'
}

function planOf(
  file: SqlFile,
  issueId: number,
  generation: number,
  list: string,
  counts: Pick<PlanCounts, 'added' | 'known' | 'duplicates'>,
  reopened: readonly Reopened[],
): PlanCounts {
  const suppressed = file.run(
    `UPDATE delivery SET ${settledAsSuppressed}
     WHERE issue_id = ? AND generation = ? AND state = 'pending' AND ${isSuppressed}`,
    issueId,
    generation,
  )
  const removed = file.get(
    `SELECT count(*) AS n FROM delivery
     WHERE issue_id = ? AND generation < ? AND seen < ? AND state IN (SELECT value FROM json_each(?))`,
    issueId,
    generation,
    generation,
    JSON.stringify(['pending', 'deferred', ...reopened]),
  ) as { n: number }
  return { ...counts, added: counts.added - suppressed, suppressed, removed: list === '' ? 0 : removed.n }
}

/** Makes a generation count, in one transaction. */
export function confirmAudience(file: SqlFile, slug: string, confirmation: Confirmation, now: number): IssueRecord {
  const { generation, content, contentHash, list, listHash, refused, duplicates } = confirmation
  return file.transaction(() => {
    const before = issueOf(file.get('SELECT * FROM issue WHERE slug = ?', slug) as IssueRow)
    if (before.confirmed > 0 && before.list === list) {
      file.run(
        `UPDATE delivery SET state = 'suppressed', reason = 'removed', reply = 'no longer on the list', at = ?
         WHERE issue_id = ? AND seen < ? AND state IN ('pending', 'deferred')`,
        now,
        before.id,
        generation,
      )
      file.run(
        `UPDATE delivery SET state = 'pending', reason = '', reply = ''
         WHERE issue_id = ? AND seen = ? AND state = 'suppressed' AND reason = 'removed'`,
        before.id,
        generation,
      )
    }
    file.run(
      `UPDATE issue SET confirmed = ?, content_hash = ?, content = ?, list = ?, list_hash = ?, refused = ?, duplicates = ?,
         prepared = (SELECT count(*) FROM delivery WHERE issue_id = issue.id AND generation <= ?),
         prepared_at = CASE WHEN confirmed = 0 THEN ? ELSE prepared_at END,
         completed_at = NULL
       WHERE id = ?`,
      generation,
      contentHash,
      content,
      list,
      listHash,
      refused,
      duplicates,
      generation,
      now,
      before.id,
    )
    return issueOf(file.get('SELECT * FROM issue WHERE id = ?', before.id) as IssueRow)
  })
}
