import { describe, expect, it } from 'vitest'
import { longestWait, waitAfter } from '../../src/deliver/backoff.ts'

describe('waitAfter', () => {
  it('grows from a minute to a day, then gives up', () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => (waitAfter(attempts, 'deferred', 0.5) ?? NaN) / 60_000)
    expect(minutes).toEqual([1, 5, 15, 60, 240, 720, 1440, NaN])
  })

  it('tries a broken connection again within seconds', () => {
    expect(waitAfter(1, 'broken', 0.5)).toBe(2000)
    expect(waitAfter(4, 'broken', 0.5)).toBe(60_000)
    expect(waitAfter(11, 'broken', 0.5)).toBeUndefined()
  })

  it('spreads by a fifth either way and stays below the longest wait', () => {
    expect(waitAfter(1, 'deferred', 0)).toBe(48_000)
    expect(waitAfter(1, 'deferred', 1)).toBe(72_000)
    expect(waitAfter(7, 'deferred', 1)).toBeLessThan(longestWait)
  })
})
