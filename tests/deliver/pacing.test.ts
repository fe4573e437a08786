import { describe, expect, it } from 'vitest'
import { Pacing, providerOf } from '../../src/deliver/pacing.ts'
import { TokenBucket } from '../../src/deliver/token-bucket.ts'

/** How many tokens can be taken within so many milliseconds, asking every millisecond. */
function taken(bucket: TokenBucket, from: number, until: number): number {
  let count = 0
  for (let now = from; now < until; now++) while (bucket.take(now) === 0) count++
  return count
}

describe('TokenBucket', () => {
  it('never lets more through than the rate, a burst of a second aside', () => {
    const bucket = new TokenBucket(50, 0)
    expect(taken(bucket, 0, 1)).toBe(50)
    expect(taken(bucket, 1, 10_001)).toBeCloseTo(500, -1)
  })

  it('saves up no more than a second', () => {
    const bucket = new TokenBucket(10, 0)
    taken(bucket, 0, 1)
    expect(taken(bucket, 3_600_000, 3_600_001)).toBe(10)
  })

  it('says how long to wait', () => {
    const bucket = new TokenBucket(2, 0)
    bucket.take(0)
    bucket.take(0)
    expect(bucket.take(0)).toBe(500)
    expect(bucket.take(499)).toBe(1)
    expect(bucket.take(500)).toBe(0)
  })

  it('takes rates below one', () => {
    const bucket = new TokenBucket(0.1, 0)
    expect(bucket.take(0)).toBe(0)
    expect(bucket.take(0)).toBe(10_000)
  })

  it('does not run dry or over when time goes back', () => {
    const bucket = new TokenBucket(1, 1000)
    bucket.take(1000)
    expect(bucket.take(0)).toBe(1000)
    expect(bucket.take(1000)).toBe(0)
  })
})

describe('providerOf', () => {
  it.each([
    ['a@gmail.com', 'gmail'],
    ['a@googlemail.com', 'gmail'],
    ['a@hotmail.co.uk', 'microsoft'],
    ['a@live.fr', 'microsoft'],
    ['a@yahoo.co.jp', 'yahoo'],
    ['a@me.com', 'apple'],
    ['a@Example.com', 'example.com'],
    ['a@notgmail.com', 'notgmail.com'],
    ['a@gmail.com.example', 'gmail.com.example'],
  ])('%s: %s', (address, provider) => {
    expect(providerOf(address)).toBe(provider)
  })
})

describe('Pacing', () => {
  it('limits nothing unless told to', () => {
    const pacing = new Pacing({ rate: undefined, domainRate: undefined }, 0)
    expect(pacing.isUniform).toBe(true)
    expect([pacing.takeAny(0), pacing.takeFor('example.com', 0)]).toEqual([0, 0])
  })

  it('limits each domain by itself', () => {
    const pacing = new Pacing({ rate: undefined, domainRate: 1 }, 0)
    expect([pacing.takeFor('a.example', 0), pacing.takeFor('b.example', 0)]).toEqual([0, 0])
    expect(pacing.takeFor('a.example', 0)).toBe(1000)
  })

  it('halves the rate of a domain that asks for it, and gives it back bit by bit', () => {
    const pacing = new Pacing({ rate: undefined, domainRate: 4 }, 0)
    pacing.slowDown('a.example', 0)
    expect(taking(pacing, 'a.example', 1, 10_001)).toBe(21)
    pacing.slowDown('a.example', 10_001)
    expect(taking(pacing, 'a.example', 10_002, 20_002)).toBe(10)
    expect(taking(pacing, 'b.example', 10_002, 20_002)).toBe(43)
    // Two, then four a second for ten seconds, and what the bucket held at the start.
    expect(taking(pacing, 'a.example', 80_000, 90_000)).toBe(21)
    expect(taking(pacing, 'a.example', 150_000, 160_000)).toBe(43)
  })

  it('slows a domain without a limit down as well, and frees it in the end', () => {
    const pacing = new Pacing({ rate: undefined, domainRate: undefined }, 0)
    pacing.slowDown('gmail', 0)
    expect(pacing.isUniform).toBe(false)
    expect(taking(pacing, 'gmail', 0, 10_000)).toBe(10)
    for (let now = 60_000; now < 600_000; now += 60_000) pacing.takeFor('gmail', now)
    expect(pacing.isUniform).toBe(true)
  })

  it('never stops a domain altogether', () => {
    const pacing = new Pacing({ rate: undefined, domainRate: undefined }, 0)
    for (let now = 0; now < 100; now++) pacing.slowDown('gmail', now)
    expect(taking(pacing, 'gmail', 100, 60_000)).toBeGreaterThan(1)
  })
})

function taking(pacing: Pacing, provider: string, from: number, until: number): number {
  let count = 0
  for (let now = from; now < until; now++) while (count < 1e6 && pacing.takeFor(provider, now) === 0) count++
  return count
}
