import { waitAfter } from './backoff.ts'
import type { Claimed, Result } from './ledger/store.ts'
import { ruleFor } from './reply-rules.ts'
import type { Outcome } from './transport.ts'

/** What follows from an attempt. */
export interface Decision {
  result: Result
  /** The address is dead. */
  suppress: boolean
  /** The domain wants less. */
  slow: boolean
  /** Whose trouble it was; repeated, trouble of the sender or of the content stops a send. */
  trouble: 'none' | 'recipient' | 'sender' | 'content' | 'connection'
}

/** Longest reply that is kept. */
const longestReply = 400

/**
 * Decides what an attempt comes to.
 *
 * @param now milliseconds since 1970
 * @param random from 0 to 1, to spread retries
 * @returns undefined when there is nothing to record: the lease was lost, or the ledger knows that the recipient left
 */
export function decide(outcome: Outcome, claimed: Claimed, now: number, random: number): Decision | undefined {
  const base = { recipientId: claimed.recipientId, fence: claimed.fence, attempts: claimed.attempts + 1, notBefore: 0 }
  switch (outcome.kind) {
    case 'withheld':
      return undefined
    case 'unsupported':
      return decision({ ...base, state: 'rejected', code: 0, reply: outcome.detail, reason: 'unsupported' }, 'recipient')
    case 'lost': {
      if (outcome.mayHaveLeft) {
        return decision({ ...base, state: 'in_doubt', code: 0, reply: outcome.detail, reason: 'answer-lost' }, 'connection')
      }
      const lost = { ...base, code: 0, reply: outcome.detail, reason: 'connection-lost' }
      return decision(putOff(lost, 'broken', now, random), 'connection')
    }
    case 'reply': {
      const rule = ruleFor(outcome.stage, outcome.code, outcome.text)
      const answered = { ...base, code: outcome.code, reply: replyText(outcome.code, outcome.text), reason: rule.name }
      const trouble = outcome.stage === 'message' || outcome.stage === 'data' ? 'content' : 'recipient'
      switch (rule.action) {
        case 'accept':
          return decision({ ...answered, state: 'accepted', reason: '' }, 'none')
        case 'reject':
          return { ...decision({ ...answered, state: 'rejected' }, trouble), suppress: rule.suppress ?? false }
        case 'defer':
          return decision(putOff(answered, 'deferred', now, random), 'none')
        case 'stop':
          return decision(putOff(answered, 'deferred', now, random), 'sender')
        case 'slow': {
          // A relay that closes the connection says nothing about the recipient.
          const isClosing = rule.name === 'closing'
          const result = putOff(answered, isClosing ? 'broken' : 'deferred', now, random)
          return { ...decision(result, isClosing ? 'connection' : 'none'), slow: !isClosing }
        }
      }
    }
  }
}

function decision(result: Result, trouble: Decision['trouble']): Decision {
  return { result, suppress: false, slow: false, trouble }
}

function putOff(base: Omit<Result, 'state'>, kind: 'deferred' | 'broken', now: number, random: number): Result {
  const wait = waitAfter(base.attempts, kind, random)
  return wait === undefined
    ? { ...base, state: 'rejected', reason: 'expired' }
    : { ...base, state: 'deferred', notBefore: now + wait }
}

/** A reply on one line, without control characters, of a bearable length. */
function replyText(code: number, text: string): string {
  return `${code} ${text}`.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ').trim().slice(0, longestReply)
}
