import { isRecord, withoutUndefined } from '../../lib/records.ts'
import { readDate } from '../dates.ts'
import { addressIn, tidyImage } from '../meta/address.ts'
import { plainText } from '../meta/entities.ts'
import { languageTag } from '../meta/language.ts'
import type { Feed, FeedEntry } from './feed.ts'

/**
 * Reads a JSON Feed (jsonfeed.org, versions 1 and 1.1). Values of the wrong kind are passed over.
 *
 * @returns undefined when the text is no JSON, or another kind of it
 */
export function readJsonFeed(text: string, address: string | undefined): Feed | undefined {
  const data = parse(text)
  if (!isRecord(data) || !Array.isArray(data.items)) return undefined
  if (!/jsonfeed/i.test(textIn(data, 'version') ?? '') && data.title === undefined) return undefined
  const base = linkIn(data, 'home_page_url', address) ?? address
  const lang = languageTag(textIn(data, 'language'))
  const authors = authorsIn(data)
  const entries = data.items.filter(isRecord).map((item) => entryOf(item, base, authors))
  return { dialect: 'json', ...withoutUndefined({ title: lineIn(data, 'title'), lang }), entries, flaws: [] }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function entryOf(item: Record<string, unknown>, base: string | undefined, feedAuthors: string[]): FeedEntry {
  const url = linkIn(item, 'url', base) ?? linkIn(item, 'external_url', base)
  const title = lineIn(item, 'title')
  const written = textIn(item, 'date_published') ?? textIn(item, 'date_modified')
  const date = written === undefined ? undefined : readDate(written)
  const own = authorsIn(item)
  const picture = textIn(item, 'image') ?? textIn(item, 'banner_image')
  const plain = textIn(item, 'content_text')?.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return {
    id: idIn(item) ?? url ?? title ?? '',
    ...withoutUndefined({
      url,
      title,
      date,
      unreadDate: date === undefined ? written : undefined,
      content: textIn(item, 'content_html') ?? plain,
      summary: textIn(item, 'summary'),
      image: picture === undefined ? undefined : tidyImage(picture, base),
      lang: languageTag(textIn(item, 'language')),
      base: url ?? base,
    }),
    authors: own.length > 0 ? own : feedAuthors,
    tags: Array.isArray(item.tags) ? item.tags.filter((tag) => typeof tag === 'string') : [],
  }
}

function idIn(item: Record<string, unknown>): string | undefined {
  return typeof item.id === 'number' ? String(item.id) : textIn(item, 'id')
}

function authorsIn(data: Record<string, unknown>): string[] {
  const list = Array.isArray(data.authors) ? data.authors : [data.author]
  return list.filter(isRecord).flatMap((author) => lineIn(author, 'name') ?? [])
}

function textIn(data: Record<string, unknown>, key: string): string | undefined {
  const value = data[key]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function linkIn(data: Record<string, unknown>, key: string, base: string | undefined): string | undefined {
  const text = textIn(data, key)
  return text === undefined ? undefined : addressIn(text, base)
}

function lineIn(data: Record<string, unknown>, key: string): string | undefined {
  const text = textIn(data, key)
  return text === undefined ? undefined : plainText(text) || undefined
}
