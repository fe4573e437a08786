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

/**
 * Lets many connections share one wait for the disk: whatever is asked for while a commit runs, or in the same turn of
 * the event loop, goes into the next one. A result goes with or before the next mark of its connection, so that after
 * a crash no more rows are in doubt than there are connections.
 */
export class GroupCommit {
  readonly #commit: Commit
  #results: Result[] = []
  #marks: PendingMark[] = []
  #running: Promise<void> | undefined
  #scheduled: NodeJS.Immediate | undefined
  #timer: NodeJS.Timeout | undefined
  #failure: { error: unknown } | undefined

  constructor(commit: Commit) {
    this.#commit = commit
  }

  /** Asks for a mark. @returns false when the lease was lost and the message must not go */
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
    this.#scheduled ??= setImmediate(() => {
      this.#start()
    })
  }

  #start(): void {
    clearImmediate(this.#scheduled)
    clearTimeout(this.#timer)
    this.#scheduled = undefined
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
      const refused = await this.#commit(
        results,
        marks.map(({ mark }) => mark),
      )
      for (const { mark, resolve } of marks) resolve(!refused.has(mark.recipientId))
    } catch (error) {
      this.#failure = { error }
      // Kept for another try when the send ends: the disk may have room again by then.
      this.#results = [...results, ...this.#results]
      for (const { reject } of marks) reject(error)
    }
  }
}
