import { localDay } from '../../../lib/calendar.ts'
import type { SourceSettings } from '../../../config/sources.ts'
import { urlKey } from '../../../ingest/canonical-url.ts'
import type { FeedEntry } from '../../../ingest/feed/feed.ts'
import { mentions } from '../../../ingest/feed/words.ts'

/** Entries of one source that were passed over, by the reason. */
export interface Passed {
  /** Dealt with by an earlier pull. */
  seen: number
  /** Older than `since`. */
  older: number
  /** Left out by `include` or `exclude`. */
  unwanted: number
  /** Beyond `limit`. */
  beyond: number
}

export interface Chosen {
  /** The newest first. */
  wanted: FeedEntry[]
  passed: Passed
}

export interface ChooseOptions {
  settings: Pick<SourceSettings, 'since' | 'limit' | 'include' | 'exclude'>
  now: Date
  timezone: string
  isSeen: (entry: FeedEntry) => boolean
}

/**
 * Chooses the entries of a feed that are to be taken in. `limit` counts what fits, seen or not, so that a second pull
 * does not go on where the first one stopped.
 */
export function chooseEntries(entries: readonly FeedEntry[], { settings, now, timezone, isSeen }: ChooseOptions): Chosen {
  const passed: Passed = { seen: 0, older: 0, unwanted: 0, beyond: 0 }
  const isOld = ageTest(settings.since, now, timezone)
  const fitting = entries.filter((entry) => {
    if (entry.date !== undefined && isOld(entry.date)) passed.older++
    else if (!isWanted(entry, settings)) passed.unwanted++
    else return true
    return false
  })
  const newest = fitting.toSorted((a, b) => momentOf(b) - momentOf(a))
  passed.beyond = Math.max(0, newest.length - settings.limit)
  const wanted = newest.slice(0, settings.limit).filter((entry) => {
    const seen = isSeen(entry)
    if (seen) passed.seen++
    return !seen
  })
  return { wanted, passed }
}

/** Entries without a date come last, in the order of the feed. */
function momentOf({ date }: FeedEntry): number {
  return date === undefined ? 0 : Date.parse(date)
}

function isWanted(entry: FeedEntry, { include, exclude }: ChooseOptions['settings']): boolean {
  if (include === undefined && exclude === undefined) return true
  const text = `${entry.content ?? ''} ${entry.summary ?? ''}`.replace(/<[^>]{0,2000}>/g, ' ')
  const searched = { title: entry.title, text, tags: entry.tags }
  return (include === undefined || mentions(searched, include)) && !(exclude !== undefined && mentions(searched, exclude))
}

/** Tells dates before `since`: a day, days or weeks back by the calendar, hours back by the clock. */
function ageTest(since: string, now: Date, timezone: string): (date: string) => boolean {
  const [, number, unit] = /^(\d+)([hdw])$/.exec(since) ?? []
  if (unit === 'h') {
    const first = now.getTime() - Number(number) * 3_600_000
    return (date) => (date.length > 10 ? Date.parse(date) : Date.parse(`${date}T23:59:59Z`)) < first
  }
  const days = Number(number) * (unit === 'w' ? 7 : 1)
  const firstDay = number === undefined ? since : new Date(Date.parse(localDay(now.toISOString(), timezone)) - days * 86_400_000).toISOString().slice(0, 10)
  return (date) => localDay(date, timezone) < firstDay
}

/**
 * The keys by which an entry is known again: its id in this feed, and its address in any.
 *
 * @param source key of the source
 */
export function keysOf({ id, url }: FeedEntry, source: string): { own: string; address?: string } {
  return { own: `${source} ${id}`, ...(url === undefined ? {} : { address: urlKey(url) }) }
}
