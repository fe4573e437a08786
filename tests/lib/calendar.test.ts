import { describe, expect, it } from 'vitest'
import { dayOfIsoWeek, isoWeekOf, localDay, normaliseDate } from '../../src/lib/calendar.ts'

describe('normaliseDate', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-20T09:00', '2026-11-20T09:00:00'],
    ['2026-11-20 09:00:00 +0100', '2026-11-20T09:00:00+01:00'],
    ['2026-11-20T09:00:00.123Z', '2026-11-20T09:00:00Z'],
  ])('%s is %s', (text, expected) => {
    expect(normaliseDate(text)).toBe(expected)
  })

  it.each(['2026-13-01', '2026-02-29', '20.11.2026', '2026-11-20T24:30', 'soon', ''])('%s is no date', (text) => {
    expect(normaliseDate(text)).toBeUndefined()
  })
})

describe('ISO weeks', () => {
  it.each([
    ['2026-11-23', '2026-w48'],
    ['2027-01-03', '2026-w53'],
    ['2024-12-30', '2025-w01'],
  ])('%s is in %s', (day, week) => {
    expect(isoWeekOf(day)).toBe(week)
  })

  it('knows the day of a week, and that not every year has a week 53', () => {
    expect(dayOfIsoWeek(2026, 48, 4)).toBe('2026-11-26')
    expect(dayOfIsoWeek(2026, 53, 4)).toBe('2026-12-31')
    expect(dayOfIsoWeek(2025, 53, 4)).toBeUndefined()
  })
})

describe('localDay', () => {
  it('moves a moment into the time zone and leaves a bare date alone', () => {
    expect(localDay('2026-11-19T23:30:00Z', 'Asia/Tokyo')).toBe('2026-11-20')
    expect(localDay('2026-11-19T23:30:00', 'Asia/Tokyo')).toBe('2026-11-19')
    expect(localDay('2026-11-19', 'America/Lima')).toBe('2026-11-19')
  })
})
