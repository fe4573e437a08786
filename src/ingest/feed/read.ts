import { readJsonFeed } from './json-feed.ts'
import type { Feed } from './feed.ts'
import { readXmlFeed } from './xml-feed.ts'

/**
 * Reads a feed: RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed.
 *
 * @param text decoded
 * @param address where it was fetched; undefined for a file
 * @returns undefined when it is none
 */
export function readFeed(text: string, address: string | undefined): Feed | undefined {
  const start = text.replace(/^[\ufeff\s]+/, '')
  return start.startsWith('{') ? readJsonFeed(start, address) : readXmlFeed(start, address)
}
