import { describe, expect, it } from 'vitest'
import { parseDuration, readableDuration } from '../../src/lib/duration.ts'

describe('parseDuration', () => {
  it.each([
    ['90', 90_000],
    ['90s', 90_000],
    ['1.5 m', 90_000],
    ['2h', 7_200_000],
    ['7d', 604_800_000],
    ['0', 0],
    ['', undefined],
    ['soon', undefined],
    ['-1s', undefined],
    ['5w', undefined],
  ])('%j', (text, expected) => {
    expect(parseDuration(text)).toBe(expected)
  })
})

describe('readableDuration', () => {
  it.each([
    [0, '0 s'],
    [40_000, '40 s'],
    [180_000, '3 min'],
    [7_500_000, '2 h 5 min'],
    [7_200_000, '2 h'],
    [3 * 86_400_000, '3 days'],
  ])('%i', (ms, expected) => {
    expect(readableDuration(ms)).toBe(expected)
  })
})
