import Database from 'libsql'

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
