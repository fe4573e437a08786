import { describe, expect, test } from 'vitest'
import { nextIssue } from '../../../src/app/scaffold/next-issue.ts'

// 2026-11-23 is a Monday.
const today = '2026-11-23'

describe('the next issue', () => {
  test('of a new newsletter is number 1, on the coming Thursday', () => {
    expect(nextIssue([], today)).toEqual({ slug: '2026-w48', date: '2026-11-26', number: 1 })
  })

  test('may be today', () => {
    expect(nextIssue([], '2026-11-26').date).toBe('2026-11-26')
  })

  test('keeps the weekday and the numbers of the issues before it', () => {
    const issues = [
      { slug: '2026-w46', date: '2026-11-10', number: 7 },
      { slug: '2026-w47', date: '2026-11-17', number: 8 },
    ]
    expect(nextIssue(issues, today)).toEqual({ slug: '2026-w48', date: '2026-11-24', number: 9 })
  })

  test('comes after an issue that is dated ahead', () => {
    const issues = [{ slug: '2026-w48', date: '2026-11-26', number: 62 }]
    expect(nextIssue(issues, today)).toEqual({ slug: '2026-w49', date: '2026-12-03', number: 63 })
  })

  test("is on the schedule's day", () => {
    const issues = [{ slug: '2026-w47', date: '2026-11-19' }]
    expect(nextIssue(issues, today, { day: 'saturday' })).toEqual({ slug: '2026-w48', date: '2026-11-28' })
  })

  test('is named by day where issues are, and where the week is taken', () => {
    expect(nextIssue([{ slug: '2026-11-16', date: '2026-11-16' }], today).slug).toBe('2026-11-23')
    const twice = [{ slug: '2026-w48', date: '2026-11-23' }]
    expect(nextIssue(twice, today, { day: 'thursday' }).slug).toBe('2026-11-26')
  })

  test('knows the week that belongs to another year', () => {
    expect(nextIssue([], '2027-01-01', { day: 'friday' }).slug).toBe('2026-w53')
  })

  test('takes what was asked for', () => {
    const wishes = { date: '2026-12-24', number: 100, slug: 'christmas' }
    expect(nextIssue([], today, wishes)).toEqual(wishes)
  })
})
