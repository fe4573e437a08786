import type { Mark, Result } from './ledger/store.ts'

/** Writes results and marks; resolves when they are on disk. */
export type Commit = (results: readonly Result[], marks: readonly Mark[]) => Promise<Set<number>>

interface PendingMark {
  mark: Mark
  resolve: (mayGo: boolean) => void
  reject: (error: unknown) => void
}

/** A result alone can wait this long for company, in milliseconds: losing it in a crash leaves a doubt, not a loss. */
const resultDelay = 20

/** Marks that come while a slow disk is still at it wait for others, but never longer than this, in milliseconds. */
const longestWait = 5

/** What tells how long a mark may wait for others. */
export interface Company {
  /** How many marks there can be at a time; when they are all there, nothing is waited for. */
  connections: number
  /** Milliseconds of a clock that never goes back. */
  now: () => number
}

/**
 * Lets many connections share one wait for the disk: whatever is asked for while a commit runs, or in the same turn of
 * the event loop, goes into the next one. A result goes with or before the next mark of its connection, so that after
 * a crash no more rows are in doubt than there are connections. On a slow disk a commit waits for up to half as long as
 * the one before it took, so that it serves many connections and not one or two.
 */
export class GroupCommit {
  readonly #commit: Commit
  readonly #company: Company
  #took = 0
  #results: Result[] = []
  #marks: PendingMark[] = []
  #running: Promise<void> | undefined
  #scheduled: NodeJS.Immediate | undefined
  #gathering: NodeJS.Timeout | undefined
  #timer: NodeJS.Timeout | undefined
  #failure: { error: unknown } | undefined

  constructor(commit: Commit, company: Company = { connections: 1, now: () => 0 }) {
    this.#commit = commit
    this.#company = company
  }

  /** Asks for a mark. @returns false when the ledger refused it and the message must not go */
  mark(mark: Mark): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#marks.push({ mark, resolve, reject })
      this.#schedule()
    })
  }

  /** Hands in a result. It is on disk before the next mark is. */
  settle(result: Result): void {
    this.#results.push(result)
    this.#timer ??= setTimeout(() => {
      this.#schedule()
    }, resultDelay)
  }

  /** The error of a commit that failed; from then on nothing is marked any more. */
  get failure(): { error: unknown } | undefined {
    return this.#failure
  }

  /** Writes everything that was handed in. @throws what the ledger says when it cannot */
  async flush(): Promise<void> {
    await this.#running
    this.#failure = undefined
    while (this.#results.length > 0 || this.#marks.length > 0) {
      this.#start()
      await this.#running
      this.#rethrow()
    }
  }

  #rethrow(): void {
    if (this.#failure !== undefined) throw this.#failure.error
  }

  #schedule(): void {
    if (this.#running !== undefined) return
    const wait = Math.min(this.#took / 2, longestWait)
    if (wait >= 1 && this.#marks.length < this.#company.connections) {
      this.#gathering ??= setTimeout(() => {
        this.#start()
      }, wait)
    } else {
      this.#scheduled ??= setImmediate(() => {
        this.#start()
      })
    }
  }

  #start(): void {
    clearImmediate(this.#scheduled)
    clearTimeout(this.#timer)
    clearTimeout(this.#gathering)
    this.#scheduled = undefined
    this.#gathering = undefined
    this.#timer = undefined
    if (this.#running !== undefined || (this.#results.length === 0 && this.#marks.length === 0)) return
    this.#running = this.#write().finally(() => {
      this.#running = undefined
      if (this.#marks.length > 0) this.#schedule()
    })
  }

  async #write(): Promise<void> {
    const results = this.#results
    const marks = this.#marks
    this.#results = []
    this.#marks = []
    try {
      if (this.#failure !== undefined) throw this.#failure.error
      const started = this.#company.now()
      const refused = await this.#commit(
        results,
        marks.map(({ mark }) => mark),
      )
      this.#took = this.#company.now() - started
      for (const { mark, resolve } of marks) resolve(!refused.has(mark.recipientId))
    } catch (error) {
      this.#failure = { error }
      // Kept for another try when the send ends: the disk may have room again by then.
      this.#results = [...results, ...this.#results]
      for (const { reject } of marks) reject(error)
    }
  }
}
