import type { FetchProblem } from './problem.ts'

/** How often and how patiently a request is made again. */
export interface Patience {
  /** Tries after the first. */
  retries: number
  /** Milliseconds before the second try; doubled for each further one. */
  pause: number
  /** Longest pause in milliseconds, whatever the server asks for. */
  longest: number
  sleep: (milliseconds: number) => Promise<void>
}

/** Makes a request until it succeeds, fails for good, or has been made often enough. */
export async function withRetries<T extends object>(patience: Patience, attempt: () => Promise<T | { problem: FetchProblem }>): Promise<T | { problem: FetchProblem }> {
  for (let tries = 0; ; tries++) {
    const result = await attempt()
    if (!('problem' in result) || !result.problem.passing || tries >= patience.retries) return result
    const asked = (result.problem.retryAfter ?? 0) * 1000
    // A server that wants to be left alone for longer is not asked again in this run.
    if (asked > patience.longest) return result
    await patience.sleep(Math.min(patience.longest, Math.max(asked, patience.pause * 2 ** tries)))
  }
}
