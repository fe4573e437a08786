import { isRecord } from '../../../lib/records.ts'
import type { StoryMark } from '../../../ingest/same-story.ts'
import { createStoryIndex } from '../../../ingest/story-index.ts'

/** What is known of a source from the last time it was read. */
export interface SourceRecord {
  /** Address of the feed, when that is not the one in newsletter.yaml. */
  feed?: string
  title?: string
  etag?: string
  lastModified?: string
  /** The settings under which it was read; others may want entries that were passed over. */
  settings?: string
  /** Moment at which it was last read without a failure, ISO. */
  read?: string
}

/** A story that was taken in. */
interface Story extends StoryMark {
  file: string
}

/** What was seen of feeds, so that nothing comes twice and nothing that was deleted comes back. */
export interface Memory {
  source: (key: string) => SourceRecord
  /** What is remembered of a source, or that nothing is to be. */
  keep: (key: string, record: SourceRecord) => void
  /** Whether an entry was dealt with, under any of the keys it goes by. */
  isSeen: (keys: readonly string[]) => boolean
  see: (keys: readonly string[], day: string) => void
  /** A story like this one, taken in before. */
  alike: (mark: StoryMark) => Story | undefined
  enter: (story: Story) => void
  /** The whole, as it is written to disk. */
  text: () => string
}

/** Raised whenever what is stored changes. */
const format = 1
/** Days for which an entry is remembered that no feed has shown again. */
const remembered = 400
/** Days for which a story is compared with new ones. */
const compared = 30

/**
 * Reads the memory of earlier pulls; of a damaged text nothing is known.
 *
 * @param text of its file; undefined when there is none
 * @param today for forgetting what is long past
 */
export function readMemory(text: string | undefined, today: string): { memory: Memory; damaged: boolean } {
  if (text === undefined) return { memory: createMemory({}, today), damaged: false }
  try {
    const stored: unknown = JSON.parse(text)
    if (isRecord(stored) && stored.format === format) return { memory: createMemory(stored, today), damaged: false }
  } catch {
    // The same as a text of another format.
  }
  return { memory: createMemory({}, today), damaged: true }
}

function createMemory(stored: Readonly<Record<string, unknown>>, today: string): Memory {
  const sources = new Map(Object.entries(isRecord(stored.sources) ? stored.sources : {}).filter((entry): entry is [string, SourceRecord] => isRecord(entry[1])))
  const seen = new Map(Object.entries(isRecord(stored.seen) ? stored.seen : {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && daysBetween(entry[1], today) <= remembered))
  const stories = (Array.isArray(stored.stories) ? stored.stories : []).filter(isStory).filter((story) => daysBetween(story.day, today) <= compared)
  const index = createStoryIndex(stories)
  return {
    source: (key) => sources.get(key) ?? {},
    keep: (key, record) => {
      sources.set(key, record)
    },
    isSeen: (keys) => keys.some((key) => seen.has(key)),
    see: (keys, day) => {
      for (const key of keys) seen.set(key, day)
    },
    alike: (mark) => index.find(mark),
    enter: (story) => {
      stories.push(story)
      index.add(story)
    },
    text: () => `${JSON.stringify({ format, sources: Object.fromEntries(sources), seen: Object.fromEntries(seen), stories })}\n`,
  }
}

function isStory(value: unknown): value is Story {
  return isRecord(value) && typeof value.title === 'string' && typeof value.day === 'string' && typeof value.file === 'string' && Array.isArray(value.print)
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from.slice(0, 10))) / 86_400_000
}
