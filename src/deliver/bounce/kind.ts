import type { BounceKind } from '../ledger/store.ts'
import { meaningOf, ruleFor } from '../reply-rules.ts'

/** What a server reported of one recipient. */
export interface RecipientStatus {
  /** RFC 3464 §2.3.3: failed, delayed, delivered, relayed or expanded. */
  action: string
  /** Enhanced status code (RFC 3463), empty when there is none. */
  status: string
  /** What the other server said, where the report quotes it. */
  diagnostic: string
}

/** What a report means for the recipient. */
export interface BounceVerdict {
  /** `sender` when the trouble is the sender's own, `none` when nothing was lost, or not yet. */
  kind: BounceKind | 'sender' | 'none'
  /** Name of the rule that says so. */
  rule: string
  /** For people: what it means. */
  meaning: string
}

/**
 * Decides whether an address is dead (`hard`) or could not be reached this time (`soft`). The rules for replies decide,
 * so that a refusal counts the same whether it comes during a send or by mail afterwards.
 */
export function bounceKind({ action, status, diagnostic }: RecipientStatus): BounceVerdict {
  if (action !== 'failed') return { kind: 'none', rule: action, meaning: actionMeanings[action] ?? 'nothing was lost' }
  const rule = ruleFor('rcpt', replyCode(status, diagnostic), `${status} ${diagnostic}`)
  const kind = rule.action === 'stop' ? 'sender' : rule.suppress === true ? 'hard' : 'soft'
  return { kind, rule: rule.name, meaning: meaningOf(rule.name) }
}

/** RFC 3464 §2.3.3. */
const actionMeanings: Partial<Record<string, string>> = {
  delayed: 'still being tried',
  delivered: 'it was delivered',
  relayed: 'it was handed on to a server that sends no reports',
  expanded: 'it was delivered to several',
}

/**
 * RFC 5965 §7.3: of the kinds of feedback `not-spam` is praise; all others say that the mail was not wanted.
 *
 * @param feedback the Feedback-Type, in lower case
 */
export function complaintKind(feedback: string): BounceVerdict {
  return feedback === 'not-spam'
    ? { kind: 'none', rule: 'not-spam', meaning: 'somebody took it out of the spam' }
    : { kind: 'complaint', rule: 'complaint', meaning: 'the reader called it spam' }
}

/** What a whole report means: one of our messages has one recipient, which a server may have forwarded to several. */
export function worstKind(verdicts: readonly BounceVerdict[]): BounceVerdict {
  const order = ['sender', 'hard', 'soft', 'none'] as const
  const found = order.map((kind) => verdicts.find((verdict) => verdict.kind === kind)).find((verdict) => verdict !== undefined)
  return found ?? { kind: 'none', rule: 'empty', meaning: 'the report names no recipient' }
}

/** The three digits of the reply that is quoted, or ones of the same class as the status. */
function replyCode(status: string, diagnostic: string): number {
  const quoted = /^\W*([245]\d\d)\b/.exec(diagnostic)?.[1]
  if (quoted !== undefined) return Number(quoted)
  return status.startsWith('4') ? 450 : 550
}
