import { describe, expect, it } from 'vitest'
import { estimateOf, planCounts } from '../../../src/app/send/plan.ts'
import { noCounts } from '../../../src/deliver/ledger/states.ts'

describe('planCounts', () => {
  it('counts a first send', () => {
    const read = { plan: { added: 90, known: 0, duplicates: 4, suppressed: 6, removed: 0 }, refused: 3 }
    expect(planCounts(noCounts(), read, { refused: 0, duplicates: 0 })).toEqual({
      toSend: 90,
      new: 90,
      open: 0,
      retried: 0,
      doubtful: 0,
      alreadySent: 0,
      rejected: 0,
      inDoubt: 0,
      suppressed: 6,
      removed: 0,
      refused: 3,
      duplicates: 4,
    })
  })

  it('counts what an earlier run left, when the list is the same', () => {
    const before = { ...noCounts(), pending: 20, deferred: 5, leased: 2, attempting: 1, accepted: 60, rejected: 4, suppressed: 7, in_doubt: 1 }
    expect(planCounts(before, undefined, { refused: 3, duplicates: 4 })).toMatchObject({ toSend: 27, new: 0, open: 27, alreadySent: 60, rejected: 4, inDoubt: 2, suppressed: 7, refused: 3, duplicates: 4 })
  })

  it('counts what this run opens again', () => {
    const before = { ...noCounts(), pending: 20, deferred: 5, accepted: 60, rejected: 4, in_doubt: 3 }
    const nothing = { refused: 0, duplicates: 0 }
    expect(planCounts(before, undefined, nothing, ['rejected'])).toMatchObject({ toSend: 29, open: 29, retried: 4, rejected: 0, doubtful: 0, inDoubt: 3 })
    expect(planCounts(before, undefined, nothing, ['rejected', 'in_doubt'])).toMatchObject({ toSend: 32, open: 32, retried: 4, doubtful: 3, inDoubt: 0 })
  })

  it('leaves out who is no longer on the list', () => {
    const read = { plan: { added: 1, known: 10, duplicates: 0, suppressed: 0, removed: 5 }, refused: 0 }
    expect(planCounts({ ...noCounts(), pending: 8, accepted: 7 }, read, { refused: 0, duplicates: 0 })).toMatchObject({ toSend: 4, new: 1, open: 3, removed: 5, suppressed: 5 })
  })
})

describe('estimateOf', () => {
  it.each([
    ['a rate that is set', 1000, { rate: 10, connections: 10 }, 5, 100_000],
    ['a server far away and few connections', 1000, { connections: 2 }, 400, 100_000],
    ['a server beside us', 15_000, { connections: 10 }, 1, 10_000],
    ['nobody', 0, { connections: 10 }, 100, 0],
  ])('goes by %s', (_what, messages, settings, setup, milliseconds) => {
    expect(estimateOf(messages, settings, setup)).toBeCloseTo(milliseconds)
  })
})
