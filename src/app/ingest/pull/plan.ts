import { urlKey } from '../../../ingest/canonical-url.ts'
import type { FeedEntry } from '../../../ingest/feed/feed.ts'
import type { Shelf } from '../shelf.io.ts'
import { chooseEntries, keysOf } from './choose.ts'
import { draftEntry, type EntryRead } from './entry-draft.ts'
import type { Memory, SourceRecord } from './memory.ts'
import type { Network, SourceRead } from './read-source.io.ts'
import { emptyResult, type SourceResult } from './result.ts'
import type { Source } from './sources.io.ts'

/** An entry on its way, and the article that is being made of it. */
export interface Job {
  entry: FeedEntry
  read: Promise<EntryRead>
}

/** A source that was read, with its entries on their way. */
export interface Plan {
  source: Source
  /** Name of the source as articles give it. */
  name: string | undefined
  jobs: Job[]
  /** Entries whose address is that of an article, or of an entry before. */
  doubles: FeedEntry[]
  /** What is to be remembered of the source; undefined when it was not read. */
  record: SourceRecord | undefined
  /** Filled in while the entries arrive. */
  result: SourceResult
}

export interface Surroundings {
  network: Network
  memory: Memory
  shelf: Shelf
  /** Names of the newsletter's sections. */
  sections: readonly string[]
  timezone: string
  now: Date
  /** Today, in that time zone. */
  today: string
}

/**
 * Makes plans for sources one after the other. An address that one of them has is a double for those that follow.
 */
export function createPlanner({ network, memory, shelf, sections, timezone, now, today }: Surroundings): (source: Source, read: SourceRead) => Plan {
  const claimed = new Set<string>()

  /** Whether an entry is the first with its address. */
  const claim = (entry: FeedEntry): boolean => {
    if (entry.url === undefined) return true
    const key = urlKey(entry.url)
    if (claimed.has(key) || memory.isSeen([key]) || shelf.at(entry.url) !== undefined) return false
    claimed.add(key)
    return true
  }

  return (source, read) => {
    const base = emptyResult(source.label, source.url ?? source.file ?? '')
    const result: SourceResult = { ...base, status: read.status, diagnostics: [...read.diagnostics], unreachable: read.status === 'failed' && read.unreachable }
    if (read.status !== 'read') {
      const record = read.status === 'unchanged' ? memory.source(source.key) : undefined
      return { source, name: undefined, jobs: [], doubles: [], record, result }
    }
    const { feed } = read
    const { settings } = source
    const name = settings.name ?? feed.title
    const isSeen = (entry: FeedEntry): boolean => {
      const { own } = keysOf(entry, source.key)
      const seen = memory.isSeen([own])
      // What a feed goes on showing is not forgotten.
      if (seen) memory.see([own], today)
      return seen
    }
    const { wanted, passed } = chooseEntries(feed.entries, { settings, now, timezone, isSeen })
    const first = wanted.filter(claim)
    const taken = new Set(first)
    return {
      source,
      name,
      jobs: first.map((entry) => ({ entry, read: draftEntry({ entry, feed, name, settings, sections, network }) })),
      doubles: wanted.filter((entry) => !taken.has(entry)),
      record: { ...read.record, ...(feed.title === undefined ? {} : { title: feed.title }) },
      result: { ...result, entries: feed.entries.length, passed },
    }
  }
}
