import type { SqlFile } from '../../lib/sql-file.io.ts'
import type { Bounce, Suppression, SuppressionReason } from './store.ts'

interface SuppressionRow {
  address_key: string
  reason: SuppressionReason
  issue: string
  source: string
  at: number
}

/** Records suppressions. The first reason for an address stays. */
export function addSuppressions(file: SqlFile, suppressions: readonly Suppression[]): void {
  file.transaction(() => {
    for (const { key, reason, issue, source, at } of suppressions) {
      file.run(
        `INSERT INTO suppression (address_key, reason, issue, source, at) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (address_key) DO NOTHING`,
        key,
        reason,
        issue,
        source,
        at,
      )
    }
  })
}

/** Why an address is not to be mailed. */
export function findSuppression(file: SqlFile, key: string): Suppression | undefined {
  const row = file.get('SELECT * FROM suppression WHERE address_key = ?', key) as SuppressionRow | undefined
  return row === undefined ? undefined : suppressionOf(row)
}

/** Everybody who is not to be mailed, the author's own file aside. */
export function listSuppressions(file: SqlFile): Suppression[] {
  return (file.all('SELECT * FROM suppression ORDER BY at, address_key') as SuppressionRow[]).map(suppressionOf)
}

function suppressionOf({ address_key: key, reason, issue, source, at }: SuppressionRow): Suppression {
  return { key, reason, issue, source, at }
}

/** Puts the addresses of the author's file in the place of those that were there. */
export async function replaceFileSuppressions(file: SqlFile, keys: AsyncIterable<readonly string[]>): Promise<number> {
  let count = 0
  // Read first, so that a file that turns out to be unusable leaves the old entries in force.
  file.execute('CREATE TEMP TABLE IF NOT EXISTS incoming (address_key TEXT PRIMARY KEY)')
  file.run('DELETE FROM incoming')
  for await (const some of keys) {
    file.transaction(() => {
      for (const key of some) count += file.run('INSERT INTO incoming VALUES (?) ON CONFLICT DO NOTHING', key)
    })
  }
  file.transaction(() => {
    file.run('DELETE FROM suppression_file WHERE address_key NOT IN (SELECT address_key FROM incoming)')
    file.run('INSERT INTO suppression_file SELECT address_key FROM incoming WHERE true ON CONFLICT DO NOTHING')
    file.run('DELETE FROM incoming')
  })
  return count
}

/** See `LedgerStore.recordBounce`. */
export function addBounce(file: SqlFile, bounce: Bounce, since: number): { isNew: boolean; softIssues: number } {
  return file.transaction(() => {
    const { reportId, key, issue, kind, status, detail, at } = bounce
    const added = file.run(
      `INSERT INTO bounce (report_id, address_key, issue, kind, status, detail, at) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
      reportId,
      key,
      issue,
      kind,
      status,
      detail,
      at,
    )
    const soft = file.get(
      "SELECT count(DISTINCT issue) AS n FROM bounce WHERE address_key = ? AND kind = 'soft' AND at >= ?",
      key,
      since,
    ) as { n: number }
    return { isNew: added > 0, softIssues: soft.n }
  })
}
