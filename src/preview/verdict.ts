import type { Found } from './findings.ts'

/**
 * The findings of a build with their places. Places in a template cost a second rendering, so they are looked up
 * when somebody asks for them, and once.
 */
export class Verdict {
  readonly #job: () => Promise<Found[]>
  #running: Promise<Found[]> | undefined
  #found: Found[] | undefined

  constructor(job: () => Promise<Found[]>) {
    this.#job = job
  }

  /** What is known already; undefined as long as it is not. */
  get known(): Found[] | undefined {
    return this.#found
  }

  /** Starts the work, or waits for it. */
  async reached(): Promise<Found[]> {
    this.#running ??= this.#job()
    this.#found = await this.#running
    return this.#found
  }
}
