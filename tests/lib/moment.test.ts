import { describe, expect, it } from 'vitest'
import { issueMoment } from '../../src/lib/moment.ts'

describe('issueMoment', () => {
  it.each([
    ['2026-11-26', 'UTC', '2026-11-26T07:00:00.000Z'],
    ['2026-11-26', 'Europe/Berlin', '2026-11-26T06:00:00.000Z'],
    ['2026-07-26', 'Europe/Berlin', '2026-07-26T05:00:00.000Z'],
    ['2026-11-26T18:30:00', 'America/St_Johns', '2026-11-26T22:00:00.000Z'],
    ['2026-11-26T18:30:00+02:00', 'America/Lima', '2026-11-26T16:30:00.000Z'],
    ['2026-03-29T03:30:00', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T01:30:00', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
    ['2026-11-26', 'Pacific/Kiritimati', '2026-11-25T17:00:00.000Z'],
  ])('%s in %s is %s', (date, timezone, expected) => {
    expect(issueMoment(date, timezone).toISOString()).toBe(expected)
  })
})
