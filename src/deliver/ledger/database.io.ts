import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'libsql'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { schemaSql, schemaVersion } from './schema.ts'

/** A value that SQLite can keep. */
export type SqlValue = string | number | null

type Statement = Database.Statement<SqlValue[]>

/** A SQLite file. Statements are prepared once; integers come back as numbers. */
export class SqlFile {
  readonly #database: InstanceType<typeof Database>
  readonly #statements = new Map<string, Statement>()

  constructor(path: string) {
    this.#database = new Database(path)
    this.#database.exec('PRAGMA busy_timeout = 30000')
  }

  /** Runs SQL that takes no values, any number of statements. */
  execute(sql: string): void {
    this.#database.exec(sql)
  }

  /** @returns how many rows were changed */
  run(sql: string, ...values: SqlValue[]): number {
    return this.#prepared(sql).run(...values).changes
  }

  all(sql: string, ...values: SqlValue[]): unknown[] {
    return this.#prepared(sql).all(...values)
  }

  /** The first row. Reads to the end all the same: a statement left half-way would keep old pages from being freed. */
  get(sql: string, ...values: SqlValue[]): unknown {
    return this.all(sql, ...values)[0]
  }

  /** Runs `work` in one transaction that takes the write lock at once, so that it cannot fail half-way for want of it. */
  transaction<Value>(work: () => Value): Value {
    this.#database.exec('BEGIN IMMEDIATE')
    try {
      const value = work()
      this.#database.exec('COMMIT')
      return value
    } catch (error) {
      // Some errors, such as a full disk, end the transaction by themselves.
      if (this.#database.inTransaction) this.#database.exec('ROLLBACK')
      throw error
    }
  }

  /** Lets go of the file. The driver does so for good only when its prepared statements have been collected. */
  close(): void {
    this.#statements.clear()
    this.#database.close()
  }

  #prepared(sql: string): Statement {
    let statement = this.#statements.get(sql)
    if (statement === undefined) {
      statement = this.#database.prepare<SqlValue[]>(sql)
      this.#statements.set(sql, statement)
    }
    return statement
  }
}

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
