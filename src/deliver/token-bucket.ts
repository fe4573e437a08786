/**
 * Lets through so many things per second, with no more than one second's worth at once. Time is passed in, in
 * milliseconds of a clock that never goes back.
 */
export class TokenBucket {
  #rate: number
  #tokens: number
  #at: number

  /** @param rate things per second, above 0 */
  constructor(rate: number, now: number) {
    this.#rate = rate
    this.#tokens = Math.max(1, rate)
    this.#at = now
  }

  /** Takes one if there is one. @returns 0, or how many milliseconds to wait before there will be one */
  take(now: number): number {
    this.#refill(now)
    // Sums of fractions fall short of whole numbers by less than this.
    if (this.#tokens >= 1 - 1e-9) {
      this.#tokens -= 1
      return 0
    }
    return Math.ceil(((1 - this.#tokens) / this.#rate) * 1000 - 1e-6)
  }

  /** Puts one back that was taken and not used. */
  giveBack(): void {
    this.#tokens += 1
  }

  get rate(): number {
    return this.#rate
  }

  setRate(rate: number, now: number): void {
    this.#refill(now)
    this.#rate = rate
    this.#tokens = Math.min(this.#tokens, Math.max(1, rate))
  }

  #refill(now: number): void {
    this.#tokens = Math.min(Math.max(1, this.#rate), this.#tokens + (Math.max(0, now - this.#at) / 1000) * this.#rate)
    this.#at = now
  }
}
