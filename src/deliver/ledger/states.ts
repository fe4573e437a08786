/**
 * What a recipient of an issue is in. `pending → leased → attempting` and then one of the others; `deferred` comes
 * back to `leased` when its time has come.
 */
export const deliveryStates = [
  'pending',
  'leased',
  'attempting',
  'deferred',
  'accepted',
  'rejected',
  'suppressed',
  'in_doubt',
] as const

export type DeliveryState = (typeof deliveryStates)[number]

export type StateCounts = Record<DeliveryState, number>

/** No recipient in any state. */
export function noCounts(): StateCounts {
  return { pending: 0, leased: 0, attempting: 0, deferred: 0, accepted: 0, rejected: 0, suppressed: 0, in_doubt: 0 }
}

/** The counts of an issue in the five terms of its equation. */
export interface Equation {
  accepted: number
  rejected: number
  suppressed: number
  in_doubt: number
  /** Whatever is still to be sent: pending, deferred, or in the hands of a running send. */
  pending: number
  prepared: number
  addsUp: boolean
}

/**
 * accepted + rejected + suppressed + in_doubt + pending = prepared.
 *
 * @param prepared how many recipients were frozen into the issue
 */
export function equationOf(counts: StateCounts, prepared: number): Equation {
  const { accepted, rejected, suppressed, in_doubt } = counts
  const pending = counts.pending + counts.leased + counts.attempting + counts.deferred
  return {
    accepted,
    rejected,
    suppressed,
    in_doubt,
    pending,
    prepared,
    addsUp: accepted + rejected + suppressed + in_doubt + pending === prepared,
  }
}
