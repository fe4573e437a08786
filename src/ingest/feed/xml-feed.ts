import { withoutUndefined } from '../../lib/records.ts'
import { readDate } from '../dates.ts'
import { addressIn } from '../meta/address.ts'
import { languageTag } from '../meta/language.ts'
import { authorsOf } from './authors.ts'
import { baseOf, childrenNamed, htmlOf, lineOf } from './elements.ts'
import type { Feed, FeedEntry } from './feed.ts'
import { pictureOf } from './media.ts'
import { readXml, type XmlElement } from './xml.ts'

const dialects: Readonly<Record<string, Feed['dialect']>> = { rss: 'rss', 'rdf:rdf': 'rdf', rdf: 'rdf', feed: 'atom', channel: 'rss' }

/**
 * Reads RSS 0.9x to 2.0, RDF and Atom alike: what they call differently is looked for under all its names, since real
 * feeds mix them.
 *
 * @returns undefined when the text is another kind of XML, or none
 */
export function readXmlFeed(text: string, address: string | undefined): Feed | undefined {
  const { root, source, flaws } = readXml(text)
  const dialect = root === undefined ? undefined : dialects[root.name]
  if (root === undefined || dialect === undefined) return undefined
  const channel = childrenNamed(root, 'channel')[0] ?? root
  const base = baseOf(channel, baseOf(root, address))
  const lang = languageTag(lineOf(channel, 'language', 'dc:language') ?? root.attributes['xml:lang'])
  const surroundings = { source, base: base ?? linkOf(channel, undefined), authors: authorsOf(channel) }
  // RSS 1.0 has its items beside the channel, and some writers of 2.0 do as well.
  const entries = [...new Set([...childrenNamed(channel, 'item', 'entry'), ...childrenNamed(root, 'item', 'entry')])]
  return {
    dialect,
    ...withoutUndefined({ title: lineOf(channel, 'title', 'dc:title'), lang }),
    entries: entries.map((entry) => entryOf(entry, surroundings)),
    flaws,
  }
}

interface Surroundings {
  source: string
  base: string | undefined
  /** Of the whole feed. */
  authors: string[]
}

function entryOf(element: XmlElement, { source, base: outer, authors }: Surroundings): FeedEntry {
  const base = baseOf(element, outer)
  const url = linkOf(element, base)
  const title = lineOf(element, 'title', 'media:title', 'dc:title')
  const { date, unread } = dateOf(element)
  const own = authorsOf(element)
  const html = (name: string): string | undefined => childrenNamed(element, name).map((child) => htmlOf(child, source)).find((text) => text !== undefined)
  const summary = html('description') ?? html('summary') ?? html('dc:description') ?? html('media:description') ?? html('itunes:summary')
  const tags = childrenNamed(element, 'category', 'dc:subject').map((child) => child.attributes.label ?? child.attributes.term ?? child.text)
  return {
    id: lineOf(element, 'guid', 'id') ?? element.attributes['rdf:about'] ?? url ?? title ?? '',
    ...withoutUndefined({
      url,
      title,
      date,
      unreadDate: unread,
      content: html('content:encoded') ?? html('content') ?? html('xhtml:body') ?? html('body'),
      summary,
      lang: languageTag(lineOf(element, 'dc:language') ?? element.attributes['xml:lang']),
      base: url ?? base,
    }),
    ...pictureOf(element, base),
    authors: own.length > 0 ? own : authors,
    tags,
  }
}

/** The address of the article: the publisher's own before that of a service that counts readers. */
function linkOf(element: XmlElement, base: string | undefined): string | undefined {
  const original = lineOf(element, 'feedburner:origlink')
  const links = childrenNamed(element, 'link', 'atom:link')
  const linked = links
    .filter(({ attributes: { rel = 'alternate', type = 'text/html', href } }) => href !== undefined && rel === 'alternate' && /html|^text\//.test(type))
    .map(({ attributes }) => attributes.href)
  const written = links.filter(({ attributes }) => attributes.href === undefined).map(({ text }) => text)
  const guid = childrenNamed(element, 'guid').find(({ attributes, text }) => attributes.ispermalink?.toLowerCase() !== 'false' && /^https?:\/\//i.test(text.trim()))?.text
  const id = childrenNamed(element, 'id').find(({ text }) => /^https?:\/\//i.test(text.trim()))?.text
  const content = childrenNamed(element, 'content').find(({ attributes }) => attributes.src !== undefined)?.attributes.src
  for (const offer of [original, ...linked, ...written, guid, content, id]) {
    const address = offer === undefined || offer.trim() === '' ? undefined : addressIn(offer, base)
    if (address !== undefined) return address
  }
  return undefined
}

const dates = ['pubdate', 'published', 'issued', 'dc:date', 'dcterms:issued', 'created', 'dcterms:created', 'date', 'updated', 'modified', 'dcterms:modified', 'atom:updated', 'atom:published']

/** When it was first published; the first of its dates that can be read. */
function dateOf(element: XmlElement): { date?: string; unread?: string } {
  let unread: string | undefined
  for (const name of dates) {
    const written = lineOf(element, name)
    const date = written === undefined ? undefined : readDate(written)
    if (date !== undefined) return { date }
    unread ??= written
  }
  return unread === undefined ? {} : { unread }
}
