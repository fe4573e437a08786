const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** How long to wait after the first, second, … attempt that a server put off. */
const deferred = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 12 * hour, 24 * hour]

/** After a connection that broke before the message was whole: that says little about the recipient. */
const broken = [2 * second, 10 * second, 30 * second, ...deferred]

/** No wait is longer, jitter included; whatever the ledger holds beyond was written by a clock that was ahead. */
export const longestWait = 30 * hour

/**
 * When to try again, spread by up to a fifth either way, so that what was put off together does not come back together.
 *
 * @param attempts attempts made, this one included
 * @param random from 0 to 1
 * @returns milliseconds, or undefined when there have been enough attempts
 */
export function waitAfter(attempts: number, kind: 'deferred' | 'broken', random: number): number | undefined {
  const base = (kind === 'deferred' ? deferred : broken)[attempts - 1]
  return base === undefined ? undefined : Math.round(base * (0.8 + 0.4 * random))
}
