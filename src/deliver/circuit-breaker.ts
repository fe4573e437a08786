/** After the second failure in a row; one alone is no reason to wait. */
const firstWait = 500
const longestWait = 30_000

/**
 * Keeps a send from running against a server that is gone: whoever wants a new connection waits, longer after each
 * failure, and then one tries for all. Times are of a clock that never goes back, in milliseconds.
 */
export class CircuitBreaker {
  readonly #patience: number
  #failures = 0
  #downSince: number | undefined
  #retryAt = 0
  #isProbing = false

  /** @param patience how long a server may be gone before the send gives up */
  constructor(patience: number) {
    this.#patience = patience
  }

  /** The server did what a server does. @returns whether it had been gone */
  succeed(): boolean {
    const wasDown = this.#failures > 0
    this.#failures = 0
    this.#downSince = undefined
    this.#isProbing = false
    return wasDown
  }

  /** A connection came about; whether the server is back shows when it takes a message. */
  connected(): void {
    this.#isProbing = false
  }

  /** The server could not be reached, or hung up. @returns how long everybody waits */
  fail(now: number): number {
    this.#isProbing = false
    this.#downSince ??= now
    // Connections that break together are one failure.
    if (now < this.#retryAt) return this.#retryAt - now
    this.#failures++
    this.#retryAt = now + (this.#failures === 1 ? 0 : Math.min(longestWait, firstWait * 2 ** (this.#failures - 2)))
    return this.#retryAt - now
  }

  /** Whether the server has been gone for too long. */
  hasGivenUp(now: number): boolean {
    return this.#downSince !== undefined && now - this.#downSince >= this.#patience
  }

  /** @returns 0 when the caller may try, and then must say how it went; otherwise how long to wait */
  waitBefore(now: number): number {
    if (this.#failures === 0) return 0
    if (now < this.#retryAt) return this.#retryAt - now
    if (this.#isProbing) return 100
    this.#isProbing = true
    return 0
  }
}
