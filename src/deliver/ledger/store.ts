import type { Recipient } from '../../model/recipient.ts'
import type { RecipientFields } from '../../model/stencil.ts'
import type { DeliveryState, StateCounts } from './states.ts'

/** An issue as the ledger knows it. Times are milliseconds since 1970. */
export interface IssueRecord {
  id: number
  slug: string
  /** Hash of the message without its slots; an issue that was edited since has another. */
  contentHash: string
  /** The message as it was frozen, in whatever form the caller gave it. */
  content: string
  /** The list that was confirmed last, and the hash of its bytes. */
  list: string
  listHash: string
  /** Raised by every preparation; rows of a generation above `confirmed` do not count yet. */
  generation: number
  confirmed: number
  /** Recipients in the confirmed generations. */
  prepared: number
  /** Rows of the list that could not be mailed, or were there twice. */
  refused: number
  duplicates: number
  preparedAt: number
  /** Undefined while anything is pending, deferred or in doubt. */
  completedAt: number | undefined
}

/** What a preparation found; nothing of it is sent before it is confirmed. */
export interface PlanCounts {
  /** Recipients that would be mailed and were not in the issue before. */
  added: number
  /** Rows of the list that stand in the issue already. */
  known: number
  duplicates: number
  /** New ones that must not be mailed. */
  suppressed: number
  /** In the issue, not yet sent to or about to be tried again, and no longer on the list. */
  removed: number
}

/** States that a send opens again when it is told to. */
export type Reopened = 'rejected' | 'in_doubt'

/** An audience being frozen, some rows at a time. */
export interface Preparation {
  generation: number
  add: (recipients: readonly Recipient[]) => Promise<void>
  /** Applies suppressions to the new rows and counts. @param reopened states that count as not yet sent to */
  plan: (reopened?: readonly Reopened[]) => Promise<PlanCounts>
}

export interface Confirmation {
  generation: number
  contentHash: string
  content: string
  list: string
  listHash: string
  refused: number
  duplicates: number
}

/** A recipient that this process alone may send to until the lease ends. */
export interface Claimed {
  recipientId: number
  address: string
  /** Attempts made before this one. */
  attempts: number
  /** Rises with every claim; a result that carries an older one is refused. */
  fence: number
  fields: RecipientFields
}

/** "The last byte of this message may leave now." */
export interface Mark {
  recipientId: number
  fence: number
  attempts: number
}

/** How an attempt ended. */
export interface Result extends Mark {
  state: Exclude<DeliveryState, 'leased' | 'attempting' | 'suppressed'>
  /** SMTP reply code; 0 when there was no reply. */
  code: number
  /** The reply, or what happened instead of one. */
  reply: string
  /** Name of the rule that decided. */
  reason: string
  /** Not to be tried again before this time. */
  notBefore: number
}

/** One row of the report. */
export interface DeliveryRecord {
  recipientId: number
  line: number
  address: string
  state: DeliveryState
  attempts: number
  code: number
  reply: string
  reason: string
  at: number
  fields: RecipientFields
}

export type SuppressionReason = 'unsubscribed' | 'bounce' | 'complaint'

export interface Suppression {
  /** Key of the address. */
  key: string
  reason: SuppressionReason
  /** Issue that led to it; empty when unknown. */
  issue: string
  /** Where it came from, such as `reply`, `dsn` or `link`. */
  source: string
  at: number
}

export type BounceKind = 'hard' | 'soft' | 'complaint'

export interface Bounce {
  key: string
  issue: string
  kind: BounceKind
  /** Enhanced status code (RFC 3463), empty when there is none. */
  status: string
  detail: string
  /** Identifies the report, so that reading it twice counts it once. */
  reportId: string
  at: number
}

export interface Installation {
  id: string
  runs: number
}

/**
 * The durable record of what happened to every recipient of every issue. All writes are on disk when their promise
 * settles. One conformance suite (tests/deliver/ledger/conformance.ts) holds for every implementation.
 */
export interface LedgerStore {
  issue: (slug: string) => Promise<IssueRecord | undefined>
  issues: () => Promise<IssueRecord[]>
  /** Starts freezing an audience; forgets what an earlier, unconfirmed preparation left. */
  prepare: (slug: string, now: number) => Promise<Preparation>
  /** Makes a preparation count: its rows may be claimed, and recipients no longer on the list are not sent to. */
  confirm: (slug: string, confirmation: Confirmation, now: number) => Promise<IssueRecord>

  /** Takes up to `limit` due recipients for `owner`; those that were suppressed meanwhile are settled, not returned. */
  claim: (issueId: number, claim: { owner: string; until: number; limit: number; now: number }) => Promise<Claimed[]>
  /** Prolongs the leases of an owner. */
  renew: (issueId: number, owner: string, until: number) => Promise<void>
  /**
   * Results, then marks, in one durable step. A recipient who is suppressed by the time of that step, by whatever process,
   * is settled as such instead of being marked.
   *
   * @returns ids of the marks that were refused, for that or because the lease was lost: their last byte must not leave
   */
  commit: (issueId: number, results: readonly Result[], marks: readonly Mark[], now: number) => Promise<Set<number>>
  /** Settles those of an owner's claimed recipients who were suppressed meanwhile and are not marked yet. @returns their ids */
  leaveOut: (issueId: number, owner: string, recipientIds: readonly number[], now: number) => Promise<Set<number>>
  /** Gives back what an owner has claimed and not begun. */
  release: (issueId: number, owner: string) => Promise<void>
  /**
   * After a crash: `leased` is provably unsent and becomes `pending`; `attempting` becomes `in_doubt`.
   *
   * @param exclusive whether the caller knows that nobody else is sending this issue; otherwise only leases that
   * ended before `now` are touched
   */
  recover: (issueId: number, now: number, exclusive: boolean) => Promise<{ unsent: number; inDoubt: number }>
  /** Lets what is deferred by more than `longest` milliseconds be due: the clock was moved back. */
  capDeferrals: (issueId: number, now: number, longest: number) => Promise<void>
  /** Makes rejected and deferred recipients pending again, and lifts suppressions that this issue's replies caused. */
  retryFailed: (issueId: number, slug: string) => Promise<number>
  /** Makes recipients in doubt pending again: some may get the message twice. */
  resendDoubtful: (issueId: number) => Promise<number>
  /** When the earliest deferred recipient is due. */
  nextDue: (issueId: number) => Promise<number | undefined>
  counts: (issueId: number) => Promise<StateCounts>
  /** How often each rule decided, for the states that ended badly; for the suppressed, why they are. */
  reasons: (issueId: number) => Promise<{ state: DeliveryState; reason: string; count: number }[]>
  /** Marks the issue complete when its counts add up and nothing is open. */
  complete: (issueId: number, now: number) => Promise<boolean>
  /** Rows in the order of the list, after the given id. */
  deliveries: (issueId: number, after: number, limit: number) => Promise<DeliveryRecord[]>
  delivery: (issueId: number, recipientId: number) => Promise<DeliveryRecord | undefined>

  suppress: (suppressions: readonly Suppression[]) => Promise<void>
  suppression: (key: string) => Promise<Suppression | undefined>
  suppressions: () => Promise<Suppression[]>
  /** Replaces the addresses that the author's own file suppresses. */
  replaceFileSuppressions: (keys: AsyncIterable<readonly string[]>) => Promise<number>
  /** Records a bounce once. @returns whether it is new, and in how many issues since a time the address bounced softly */
  recordBounce: (bounce: Bounce, since: number) => Promise<{ isNew: boolean; softIssues: number }>

  /** The random name of this ledger and how many sends it has seen, of which an older copy has fewer. */
  installation: () => Promise<Installation>
  countRun: () => Promise<number>
  close: () => Promise<void>
}
