import type { PlanCounts, Reopened } from '../../deliver/ledger/store.ts'
import type { StateCounts } from '../../deliver/ledger/states.ts'

/** What a send is about to do. */
export interface SendPlan {
  issue: string
  subject: string
  target: string
  list: string
  /** Messages that this run is to send: `new` and `open`. */
  toSend: number
  /** On the list and not in the issue yet. */
  new: number
  /** In the issue and not sent to yet, from an earlier run, or to be tried again. */
  open: number
  /** Of `open`: refused before, and in doubt, of whom some may get the message twice. */
  retried: number
  doubtful: number
  /** Of an earlier run. */
  alreadySent: number
  rejected: number
  inDoubt: number
  suppressed: number
  /** In the issue, not sent to yet, and no longer on the list. */
  removed: number
  refused: number
  duplicates: number
  /** Bytes of one message, before its slots are filled. */
  size: number
  rate: number | undefined
  connections: number
  /** A guess, in milliseconds. */
  estimate: number
  /** Whether the recipients were confirmed in an earlier run, so that nobody has to be asked again. */
  isConfirmed: boolean
}

/** How many messages per second a process makes and records at the most, for estimates. */
const fastest = 1500

/** Trips to the server and back that a message takes when commands go out together, against those of a connection being set up. */
const shareOfSetup = 0.5

/**
 * Guesses how long a send takes.
 *
 * @param setup milliseconds that one connection took to set up, which tells how far away the server is
 */
export function estimateOf(messages: number, { rate, connections }: { rate?: number | undefined; connections: number }, setup: number): number {
  const perMessage = Math.max(1000 / Math.min(rate ?? fastest, fastest), (setup * shareOfSetup) / connections)
  return messages * perMessage
}

/**
 * The counts of a plan from those of the ledger and of a list that was just read.
 *
 * @param reopened what this run opens again
 */
export function planCounts(
  before: StateCounts,
  read: { plan: PlanCounts; refused: number } | undefined,
  kept: { refused: number; duplicates: number },
  reopened: readonly Reopened[] = [],
): Pick<SendPlan, 'toSend' | 'new' | 'open' | 'retried' | 'doubtful' | 'alreadySent' | 'rejected' | 'inDoubt' | 'suppressed' | 'removed' | 'refused' | 'duplicates'> {
  const removed = read?.plan.removed ?? 0
  const unclear = before.in_doubt + before.attempting
  const retried = reopened.includes('rejected') ? before.rejected : 0
  const doubtful = reopened.includes('in_doubt') ? unclear : 0
  const open = before.pending + before.deferred + before.leased + retried + doubtful - removed
  const added = read?.plan.added ?? 0
  return {
    toSend: open + added,
    new: added,
    open,
    retried,
    doubtful,
    alreadySent: before.accepted,
    rejected: before.rejected - retried,
    inDoubt: unclear - doubtful,
    suppressed: before.suppressed + (read?.plan.suppressed ?? 0) + removed,
    removed,
    refused: read?.refused ?? kept.refused,
    duplicates: read?.plan.duplicates ?? kept.duplicates,
  }
}
