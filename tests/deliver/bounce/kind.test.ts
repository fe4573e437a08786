import { describe, expect, it } from 'vitest'
import { bounceKind, complaintKind, worstKind } from '../../../src/deliver/bounce/kind.ts'

const failed = (status: string, diagnostic: string): string => bounceKind({ action: 'failed', status, diagnostic }).kind

describe('bounceKind', () => {
  it.each([
    ['5.1.1', '550 5.1.1 <ana@gone.example>: Recipient address rejected: User unknown'],
    ['5.1.10', '550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found'],
    ['5.1.2', 'Host or domain name not found. Name service error for name=gone.example'],
    ['5.1.6', 'The mailbox has moved'],
    ['5.0.0', '550 No such user here'],
    ['5.2.1', '550 5.2.1 The email account that you tried to reach is disabled'],
    ['5.1.1', ''],
  ])('%s %s: the address is dead', (status, diagnostic) => {
    expect(failed(status, diagnostic)).toBe('hard')
  })

  it.each([
    ['5.2.2', '552 5.2.2 The email account that you tried to reach is over quota'],
    ['4.4.7', 'delivery temporarily suspended: connect to mx.example: Connection timed out'],
    ['4.4.1', ''],
    ['5.7.1', '550 5.7.1 Message rejected as spam'],
    ['', ''],
  ])('%s %s: out of reach this time', (status, diagnostic) => {
    expect(failed(status, diagnostic)).toBe('soft')
  })

  it.each([
    ['5.7.26', '550 5.7.26 Unauthenticated email from harbour.example is not accepted due to DMARC policy'],
    ['5.7.1', '554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org'],
  ])("%s %s: the sender's own trouble", (status, diagnostic) => {
    expect(failed(status, diagnostic)).toBe('sender')
  })

  it('counts nothing that is still being tried, or was delivered', () => {
    expect(bounceKind({ action: 'delayed', status: '4.4.1', diagnostic: '' }).kind).toBe('none')
    expect(bounceKind({ action: 'delivered', status: '2.0.0', diagnostic: '' }).kind).toBe('none')
  })
})

describe('complaintKind', () => {
  it('takes all feedback but praise for a complaint', () => {
    expect(['abuse', 'fraud', 'other', ''].map((type) => complaintKind(type).kind)).toEqual(Array(4).fill('complaint'))
    expect(complaintKind('not-spam').kind).toBe('none')
  })
})

describe('worstKind', () => {
  it('finds what weighs most, and nothing in an empty report', () => {
    const kinds = ['delivered', 'failed'].map((action) => bounceKind({ action, status: '5.1.1', diagnostic: '' }))
    expect(worstKind(kinds).kind).toBe('hard')
    expect(worstKind([]).kind).toBe('none')
  })
})
