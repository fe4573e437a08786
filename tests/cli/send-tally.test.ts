import { describe, expect, it } from 'vitest'
import { SendTally } from '../../src/cli/deliver/send-tally.ts'
import type { Result } from '../../src/deliver/ledger/store.ts'

describe('what a running send says', () => {
  const delivered = (tally: SendTally, from: number, to: number, state: Result['state']): void => {
    for (let recipientId = from; recipientId <= to; recipientId++) {
      const claimed = { recipientId, address: '', attempts: 0, fence: 1, fields: {} }
      tally.add({ kind: 'delivery', claimed, result: { recipientId, fence: 1, attempts: 1, state, code: 0, reply: '', reason: '', notBefore: 0 } })
    }
  }

  it('counts, and guesses the rest from the rate', () => {
    const tally = new SendTally(1000, 0)
    expect(tally.line(0)).toBe('0 of 1,000')
    delivered(tally, 1, 80, 'accepted')
    delivered(tally, 81, 84, 'rejected')
    delivered(tally, 85, 86, 'in_doubt')
    delivered(tally, 87, 100, 'deferred')
    expect(tally.line(1000)).toBe('86 of 1,000  86/s  10 s left  4 refused  14 put off  2 in doubt')
    expect([tally.accepted, tally.done]).toEqual([80, 86])
  })

  it('makes no guess while all that is left are put off, and counts them once', () => {
    const tally = new SendTally(20, 0)
    delivered(tally, 1, 15, 'accepted')
    delivered(tally, 16, 20, 'deferred')
    expect(tally.line(1000)).toBe('15 of 20  5 put off')
    delivered(tally, 16, 20, 'deferred')
    delivered(tally, 16, 17, 'accepted')
    expect(tally.line(2000)).toBe('17 of 20  3 put off')
  })
})
