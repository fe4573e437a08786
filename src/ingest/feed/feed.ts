import type { Flaw } from './xml.ts'

/** One entry of a feed, whatever its dialect. */
export interface FeedEntry {
  /** What the feed knows it by: its guid or id; without one its address, or its title. */
  id: string
  /** Absolute. */
  url?: string
  title?: string
  /** As `readDate` gives it. */
  date?: string
  /** A date that could not be read, as it stands there. */
  unreadDate?: string
  authors: string[]
  /** HTML of the whole text, where the feed says that it is. */
  content?: string
  /** HTML of what may be the text or only its beginning. */
  summary?: string
  tags: string[]
  image?: string
  imageAlt?: string
  lang?: string
  /** Address that its links and pictures are relative to. */
  base?: string
}

export interface Feed {
  dialect: 'rss' | 'rdf' | 'atom' | 'json'
  title?: string
  lang?: string
  entries: FeedEntry[]
  flaws: Flaw[]
}
