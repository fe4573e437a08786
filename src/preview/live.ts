import type { LiveEvent } from './protocol.ts'

type Listener = (event: LiveEvent) => void

/** Pages that are open, and which issue each is looking at. */
export class Audience {
  readonly #listeners = new Map<Listener, string | undefined>()

  /** Adds a page. @returns takes it off again */
  join(listener: Listener, issue: string | undefined): () => void {
    this.#listeners.set(listener, issue)
    return () => this.#listeners.delete(listener)
  }

  /** Tells every page. */
  tell(event: LiveEvent): void {
    for (const listener of this.#listeners.keys()) listener(event)
  }

  /** Issues that somebody is looking at. */
  issues(): string[] {
    return [...new Set([...this.#listeners.values()].flatMap((issue) => issue ?? []))]
  }
}

/**
 * Keeps the latest result of a job that must be done again whenever something changed. At most one run at a time: what
 * changes while it runs is never lost and never piles up, because all who wait share the one run that follows.
 */
export class Latest<Result> {
  readonly #job: (before: Result | undefined) => Promise<Result>
  readonly #now: () => number
  #done: { generation: number; result: Result } | undefined
  #running: { generation: number; result: Promise<Result> } | undefined

  /** @param now the generation of the sources: a number that goes up with every change */
  constructor(now: () => number, job: (before: Result | undefined) => Promise<Result>) {
    this.#now = now
    this.#job = job
  }

  /** The last result, however old. */
  get last(): Result | undefined {
    return this.#done?.result
  }

  /** A result of sources at least as new as they are at the time of the call. */
  async get(): Promise<Result> {
    const wanted = this.#now()
    while (this.#running !== undefined && this.#running.generation < wanted) await this.#running.result.catch(() => undefined)
    if (this.#done !== undefined && this.#done.generation >= wanted) return this.#done.result
    this.#running ??= { generation: this.#now(), result: this.#run() }
    return this.#running.result
  }

  async #run(): Promise<Result> {
    const generation = this.#now()
    try {
      const result = await this.#job(this.#done?.result)
      this.#done = { generation, result }
      return result
    } finally {
      this.#running = undefined
    }
  }
}
