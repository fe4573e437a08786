import { isoWeekOf } from '../../lib/calendar.ts'
import { compareText } from '../../lib/compare.ts'

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

/** What the next issue depends on of an issue there is. */
export interface KnownIssue {
  slug: string
  /** ISO date, or date and time. */
  date: string
  number?: number
}

export interface NextIssue {
  slug: string
  date: string
  /** Left out when earlier issues have none. */
  number?: number
}

export interface NextIssueWishes {
  /** Day of the week that newsletter.yaml says. */
  day?: Weekday
  /** Day that was asked for; left out, it is found. */
  date?: string
  number?: number
  slug?: string
}

/**
 * The issue that follows: on the schedule's day, else on the weekday of the newest issue, else on a Thursday, the
 * first that is neither past nor taken. Named in the manner of the newest one, by week or by day.
 *
 * @param today ISO day
 */
export function nextIssue(issues: readonly KnownIssue[], today: string, wishes: NextIssueWishes = {}): NextIssue {
  const newest = issues.toSorted((a, b) => compareText(b.date, a.date) || compareText(b.slug, a.slug))[0]
  const last = newest?.date.slice(0, 10)
  const date = wishes.date ?? firstDay(wishes.day ?? (last === undefined ? 'thursday' : weekdayOf(last)), today, last)
  const number = wishes.number ?? nextNumber(issues)
  const byDay = newest !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(newest.slug)
  const week = isoWeekOf(date)
  const taken = issues.some((issue) => issue.slug === week)
  const slug = wishes.slug ?? (byDay || taken ? date : week)
  return { slug, date, ...(number === undefined ? {} : { number }) }
}

function nextNumber(issues: readonly KnownIssue[]): number | undefined {
  if (issues.length === 0) return 1
  const numbers = issues.flatMap((issue) => issue.number ?? [])
  return numbers.length === 0 ? undefined : Math.max(...numbers) + 1
}

/** The first such weekday from today on and after the last issue. */
function firstDay(day: Weekday, today: string, last: string | undefined): string {
  const from = last !== undefined && last >= today ? addDays(last, 1) : today
  const ahead = (weekdays.indexOf(day) - weekdays.indexOf(weekdayOf(from)) + 7) % 7
  return addDays(from, ahead)
}

function weekdayOf(day: string): Weekday {
  return weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'monday'
}

function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}
