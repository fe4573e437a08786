import type { SendEvent } from '../../deliver/engine.ts'
import { readableDuration } from '../../lib/duration.ts'
import { number } from './numbers.ts'

/** The rate is that of so many milliseconds. */
const rateMs = 10_000
/** A rate of less than so many milliseconds says nothing. */
const shortestMs = 200

/** Counts what comes of a send while it runs. Times are milliseconds of a clock that never goes back. */
export class SendTally {
  readonly #toSend: number
  readonly #settled = { accepted: 0, rejected: 0, in_doubt: 0 }
  /** Ids of those who are put off as things stand: some of them come back, and are put off again. */
  readonly #putOff = new Set<number>()
  readonly #samples: { at: number; done: number }[]

  /** @param toSend how many messages are planned */
  constructor(toSend: number, now: number) {
    this.#toSend = toSend
    this.#samples = [{ at: now, done: 0 }]
  }

  add({ claimed, result }: Extract<SendEvent, { kind: 'delivery' }>): void {
    if (result.state === 'deferred') this.#putOff.add(claimed.recipientId)
    else {
      this.#putOff.delete(claimed.recipientId)
      if (result.state !== 'pending') this.#settled[result.state]++
    }
  }

  get accepted(): number {
    return this.#settled.accepted
  }

  /** How many have their answer. */
  get done(): number {
    return this.#settled.accepted + this.#settled.rejected + this.#settled.in_doubt
  }

  /** `59 of 67  6/s  1 s left  2 refused  8 put off`; how long it takes is not said while all that is left are put off. */
  line(now: number): string {
    const { rejected, in_doubt: doubtful } = this.#settled
    const left = Math.max(0, this.#toSend - this.done)
    const rate = this.#rate(now)
    const isWaiting = left <= this.#putOff.size
    return [
      `${number(this.done)} of ${number(this.#toSend)}`,
      rate > 0 && !isWaiting ? `${rate < 10 ? rate.toFixed(1) : number(Math.round(rate))}/s` : '',
      rate > 0 && !isWaiting ? `${readableDuration(((left - this.#putOff.size) / rate) * 1000)} left` : '',
      rejected > 0 ? `${number(rejected)} refused` : '',
      this.#putOff.size > 0 ? `${number(this.#putOff.size)} put off` : '',
      doubtful > 0 ? `${number(doubtful)} in doubt` : '',
    ]
      .filter((part) => part !== '')
      .join('  ')
  }

  /** Messages per second of late. */
  #rate(now: number): number {
    this.#samples.push({ at: now, done: this.done })
    while (this.#samples.length > 2 && now - (this.#samples[1]?.at ?? now) > rateMs) this.#samples.shift()
    const [oldest] = this.#samples
    return oldest === undefined || now - oldest.at < shortestMs ? 0 : ((this.done - oldest.done) / (now - oldest.at)) * 1000
  }
}
