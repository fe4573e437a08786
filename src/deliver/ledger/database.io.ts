import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { SqlFile } from '../../lib/sql-file.io.ts'
import { schemaSql, schemaVersion } from './schema.ts'

export interface FileLimits {
  /** The file may not grow beyond so many pages of 4 KB, as if the disk were full. */
  maxPages?: number
}

/**
 * Opens the ledger's file and brings its tables up. WAL lets readers in while a send writes; FULL makes every commit
 * wait for the disk, which is what the promises of the ledger rest on.
 *
 * @throws {EnvironmentError} when the file cannot be opened or a newer Gazette made it
 */
export function openLedgerFile(path: string, limits: FileLimits = {}): SqlFile {
  try {
    mkdirSync(dirname(path), { recursive: true })
    const file = new SqlFile(path)
    file.execute('PRAGMA journal_mode = WAL')
    file.execute('PRAGMA synchronous = FULL')
    file.execute('PRAGMA cache_size = -16000')
    if (limits.maxPages !== undefined) file.execute(`PRAGMA max_page_count = ${limits.maxPages}`)
    file.transaction(() => {
      migrate(file, path)
    })
    return file
  } catch (error) {
    if (error instanceof EnvironmentError) throw error
    throw unusable(path, error)
  }
}

function migrate(file: SqlFile, path: string): void {
  const { user_version: version } = file.get('PRAGMA user_version') as { user_version: number }
  if (version > schemaVersion) {
    const hint = 'use the newer Gazette, or another folder'
    throw new EnvironmentError([diagnostic('GZ-D002', `the ledger ${path} was written by a newer Gazette`, { hint })])
  }
  if (version === 0) {
    file.execute(schemaSql)
    file.execute(`PRAGMA user_version = ${schemaVersion}`)
  }
}

/** The error for a ledger that cannot be read or written. */
export function unusable(path: string, cause: unknown): EnvironmentError {
  const hint = cause instanceof Error ? cause.message : String(cause)
  return new EnvironmentError([diagnostic('GZ-D001', `the ledger ${path} cannot be used`, { hint })], { cause })
}
