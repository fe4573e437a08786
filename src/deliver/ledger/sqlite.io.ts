import { randomBytes } from 'node:crypto'
import { GazetteError } from '../../diagnostics/errors.ts'
import type { SqlFile } from '../../lib/sql-file.io.ts'
import { type FileLimits, openLedgerFile, unusable } from './database.io.ts'
import { confirmAudience, findIssue, listIssues, prepareAudience } from './sqlite-audience.ts'
import {
  claimDeliveries,
  commitDeliveries,
  countDeliveries,
  leaveOut,
  listDeliveries,
  nextDue,
  recoverDeliveries,
  resendDoubtful,
  retryFailed,
} from './sqlite-deliveries.ts'
import {
  addBounce,
  addSuppressions,
  findSuppression,
  listSuppressions,
  replaceFileSuppressions,
} from './sqlite-suppressions.ts'
import type { DeliveryState } from './states.ts'
import type { Installation, LedgerStore } from './store.ts'

/**
 * The ledger in one SQLite file.
 *
 * @param path file, made with its folder when it is not there
 * @throws {EnvironmentError} here and from every method when the file cannot be read or written, as on a full disk
 */
export function openSqliteLedger(path: string, limits: FileLimits = {}): LedgerStore {
  const file = openLedgerFile(path, limits)
  /** Runs synchronous work and words its failure. */
  const attempt = <Value>(work: () => Value): Promise<Value> => {
    try {
      return Promise.resolve(work())
    } catch (error) {
      return Promise.reject(error instanceof GazetteError ? error : unusable(path, error))
    }
  }
  return {
    issue: (slug) => attempt(() => findIssue(file, slug)),
    issues: () => attempt(() => listIssues(file)),
    prepare: (slug, now) =>
      attempt(() => {
        const { generation, add, plan } = prepareAudience(file, slug, now)
        return {
          generation,
          add: (recipients) =>
            attempt(() => {
              add(recipients)
            }),
          plan: (reopened = []) => attempt(() => plan(reopened)),
        }
      }),
    confirm: (slug, confirmation, now) => attempt(() => confirmAudience(file, slug, confirmation, now)),
    claim: (issueId, claim) => attempt(() => claimDeliveries(file, issueId, claim)),
    renew: (issueId, owner, until) =>
      attempt(() => {
        file.run('UPDATE delivery SET lease_until = ? WHERE issue_id = ? AND lease_owner = ?', until, issueId, owner)
      }),
    commit: (issueId, results, marks, now) => attempt(() => commitDeliveries(file, issueId, results, marks, now)),
    leaveOut: (issueId, owner, recipientIds, now) => attempt(() => leaveOut(file, issueId, owner, recipientIds, now)),
    release: (issueId, owner) =>
      attempt(() => {
        file.run(
          `UPDATE delivery SET state = 'pending', lease_owner = NULL, lease_until = NULL, fence = fence + 1
           WHERE issue_id = ? AND state = 'leased' AND lease_owner = ?`,
          issueId,
          owner,
        )
      }),
    recover: (issueId, now, exclusive) => attempt(() => recoverDeliveries(file, issueId, now, exclusive)),
    capDeferrals: (issueId, now, longest) =>
      attempt(() => {
        file.run(
          "UPDATE delivery SET not_before = ? WHERE issue_id = ? AND state = 'deferred' AND not_before > ?",
          now,
          issueId,
          now + longest,
        )
      }),
    retryFailed: (issueId, slug) => attempt(() => retryFailed(file, issueId, slug)),
    resendDoubtful: (issueId) => attempt(() => resendDoubtful(file, issueId)),
    nextDue: (issueId) => attempt(() => nextDue(file, issueId)),
    counts: (issueId) => attempt(() => countDeliveries(file, issueId)),
    reasons: (issueId) => attempt(() => reasonsOf(file, issueId)),
    complete: (issueId, now) => attempt(() => complete(file, issueId, now)),
    deliveries: (issueId, after, limit) => attempt(() => listDeliveries(file, issueId, after, limit)),
    delivery: (issueId, recipientId) =>
      attempt(() => listDeliveries(file, issueId, recipientId - 1, 1).find((row) => row.recipientId === recipientId)),
    suppress: (suppressions) =>
      attempt(() => {
        addSuppressions(file, suppressions)
      }),
    suppression: (key) => attempt(() => findSuppression(file, key)),
    suppressions: () => attempt(() => listSuppressions(file)),
    replaceFileSuppressions: (keys) =>
      replaceFileSuppressions(file, keys).catch((error: unknown) => {
        throw error instanceof GazetteError ? error : unusable(path, error)
      }),
    recordBounce: (bounce, since) => attempt(() => addBounce(file, bounce, since)),
    countRun: () => attempt(() => countRun(file)),
    installation: () => attempt(() => installationOf(file)),
    close: () =>
      attempt(() => {
        // Into one file, so that copying it copies everything; the driver may keep it open for a while yet.
        file.all('PRAGMA wal_checkpoint(TRUNCATE)')
        file.close()
      }),
  }
}

function reasonsOf(file: SqlFile, issueId: number): { state: DeliveryState; reason: string; count: number }[] {
  return file.all(
    `SELECT state, CASE WHEN reason = 'suppressed' AND reply IN ('unsubscribed', 'bounce', 'complaint') THEN reply ELSE reason END AS reason,
       count(*) AS count
     FROM delivery WHERE issue_id = ? AND state IN ('deferred', 'rejected', 'suppressed', 'in_doubt') GROUP BY 1, 2 ORDER BY 3 DESC`,
    issueId,
  ) as { state: DeliveryState; reason: string; count: number }[]
}

/** Open states keep an issue from being complete, and so do rows that went missing. */
function complete(file: SqlFile, issueId: number, now: number): boolean {
  return file.transaction(() => {
    const { accepted, rejected, suppressed, ...open } = countDeliveries(file, issueId)
    const { prepared } = file.get('SELECT prepared FROM issue WHERE id = ?', issueId) as { prepared: number }
    const isOpen = Object.values(open).some((count) => count > 0)
    if (isOpen || accepted + rejected + suppressed !== prepared) return false
    file.run('UPDATE issue SET completed_at = ? WHERE id = ? AND completed_at IS NULL', now, issueId)
    return true
  })
}

function metaOf(file: SqlFile, key: string): string | undefined {
  return (file.get('SELECT value FROM meta WHERE key = ?', key) as { value: string } | undefined)?.value
}

function setMeta(file: SqlFile, key: string, value: string): void {
  file.run('INSERT INTO meta VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', key, value)
}

function countRun(file: SqlFile): number {
  return file.transaction(() => {
    const runs = runsOf(file) + 1
    setMeta(file, 'runs', String(runs))
    return runs
  })
}

function runsOf(file: SqlFile): number {
  return Number(metaOf(file, 'runs') ?? 0)
}

function installationOf(file: SqlFile): Installation {
  return file.transaction(() => {
    let id = metaOf(file, 'installation')
    if (id === undefined) {
      id = randomBytes(16).toString('hex')
      setMeta(file, 'installation', id)
    }
    return { id, runs: runsOf(file) }
  })
}
