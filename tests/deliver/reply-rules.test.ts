import { describe, expect, it } from 'vitest'
import { meaningOf, replyRules, ruleFor } from '../../src/deliver/reply-rules.ts'
import type { Stage } from '../../src/deliver/transport.ts'

const decide = (stage: Stage, reply: string): string => {
  const rule = ruleFor(stage, Number(reply.slice(0, 3)), reply.slice(4))
  return `${rule.action} ${rule.name}`
}

describe('the rules for replies', () => {
  it.each(replyRules.map((rule) => [rule.name, rule] as const))('%s decides the reply it is written for', (name, rule) => {
    const stage = rule.stages?.[0] ?? 'rcpt'
    expect(decide(name === 'not-understood' ? 'rcpt' : name === 'message-refused' ? 'message' : stage, rule.example)).toBe(`${rule.action} ${name}`)
  })

  it('have different names', () => {
    expect(new Set(replyRules.map(({ name }) => name)).size).toBe(replyRules.length)
  })

  it.each<[Stage, string, string]>([
    ['mail', '450 4.7.1 Try later', 'defer not-now'],
    ['rcpt', '450 4.1.1 user unknown for now', 'defer not-now'],
    ['rcpt', '550 Mailbox unavailable', 'reject no-such-mailbox'],
    ['rcpt', '550 No', 'reject recipient-refused'],
    ['rcpt', '421 Too many connections', 'slow too-fast'],
    ['data', '451 4.3.5 Server configuration problem', 'defer not-now'],
    ['message', '451 4.7.1 Greylisting in action', 'defer greylisted'],
    ['message', '554 Transaction failed', 'reject message-refused'],
    ['message', '421 4.4.2 Timeout', 'slow closing'],
    ['mail', '553 5.1.8 Sender domain does not exist', 'stop sender-refused'],
    ['rcpt', '550 5.7.515 Access denied, sending domain does not meet the required authentication level', 'stop sender-unauthenticated'],
    ['message', '550 5.7.1 [TSS09] All messages from 192.0.2.7 will be permanently deferred; blocked using Spamhaus', 'stop sender-blocked'],
    // Amazon SES.
    ['message', '454 Throttling failure: Maximum sending rate exceeded.', 'slow too-fast'],
    ['message', '454 Throttling failure: Daily message quota exceeded.', 'slow too-fast'],
    ['message', '554 Message rejected: Email address is not verified. The following identities failed the check', 'stop sender-unauthenticated'],
    ['mail', '530 Must issue a STARTTLS command first', 'stop tls-required'],
    ['message', '999 what', 'defer not-understood'],
    ['message', '354 go on', 'defer not-understood'],
  ])('at %s, %j: %s', (stage, reply, expected) => {
    expect(decide(stage, reply)).toBe(expected)
  })

  it('suppress only addresses that are dead', () => {
    expect(replyRules.filter(({ suppress }) => suppress === true).map(({ name }) => name)).toEqual(['no-such-mailbox', 'no-such-domain'])
    expect(replyRules.filter(({ suppress }) => suppress === true).every(({ action }) => action === 'reject')).toBe(true)
  })

  it('are worded for people, and so is what has no reply', () => {
    expect(meaningOf('greylisted')).toContain('first time')
    expect(meaningOf('crash')).toContain('stopped')
    expect(meaningOf('unheard-of')).toBe('unheard-of')
  })
})
