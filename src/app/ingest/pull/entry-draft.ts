import type { SourceSettings } from '../../../config/sources.ts'
import { type Diagnostic, diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Draft } from '../../../ingest/draft.ts'
import type { Feed, FeedEntry } from '../../../ingest/feed/feed.ts'
import { feedText, type FeedText } from '../../../ingest/feed/text.ts'
import type { Fields, Found } from '../../../ingest/meta/found.ts'
import { cleanTags } from '../../../ingest/meta/page-fields.ts'
import type { FetchProblem } from '../../../ingest/net/problem.ts'
import { withoutUndefined } from '../../../lib/records.ts'
import { readWebPage } from '../web-page.ts'
import { hostOf, type Network } from './read-source.io.ts'

/** What became of an entry: an article, none, or none for now. */
export type EntryRead =
  | { draft: Draft; diagnostics: Diagnostic[] }
  | { none: Diagnostic[]; unreachable: boolean }
  | { later: FetchProblem }

export interface EntryRequest {
  entry: FeedEntry
  feed: Feed
  /** Name of the source as articles give it. */
  name: string | undefined
  settings: Pick<SourceSettings, 'section' | 'text'>
  /** Names of the newsletter's sections. */
  sections: readonly string[]
  network: Network
}

/** Characters of a text that is taken for the whole one, where the feed says that it is, and of prose where it does not. */
const wholeContent = 140
const wholeSummary = 1500
/** Characters of prose that are more than the beginning of an article. */
const fair = 300
/** Characters of text that are hardly an article. */
const hardlyAny = 60

/** Makes an article of an entry: of the text in the feed when that is whole, else of its page. */
export async function draftEntry(request: EntryRequest): Promise<EntryRead> {
  const { entry, settings, network } = request
  const own = ownText(entry)
  const label = entry.title ?? entry.url ?? entry.id
  const stays = settings.text === 'feed' || (settings.text === 'auto' && own?.whole === true) || entry.url === undefined
  if (stays) {
    if (own !== undefined && own.text.markdown.length >= hardlyAny) return { draft: draftOf(request, own.text), diagnostics: [] }
    return { none: [diagnostic('GZ-I025', `${label}: the feed gives neither a text nor ${entry.url === undefined ? 'an address' : 'enough of one'}`)], unreachable: false }
  }
  const address = entry.url ?? ''
  const page = await network.queue(hostOf(address), () => readWebPage(address, { ...network, split: false }))
  const draft = 'problem' in page ? undefined : page.drafts[0]
  if (draft !== undefined && !(own !== undefined && own.text.prose > draft.markdown.length)) {
    return { draft: merge(draft, draftOf(request, own?.text)), diagnostics: 'problem' in page ? [] : page.diagnostics.filter(isWorthSaying) }
  }
  if ('problem' in page && page.problem.passing) return { later: page.problem }
  const findings = 'problem' in page ? [page.problem.diagnostic] : page.diagnostics
  if (own === undefined || own.text.markdown.length < hardlyAny) return { none: findings, unreachable: 'problem' in page }
  const reason = findings[0]?.message
  const said = reason === undefined || own.text.prose >= fair ? [] : [diagnostic('GZ-I023', `${label}: only what the feed says of it; ${reason}`)]
  return { draft: draftOf(request, own.text), diagnostics: said }
}

/** One article of a feed without a date, or in another encoding, is nothing that an editor can do anything about. */
function isWorthSaying({ severity, code }: Diagnostic): boolean {
  return severity !== 'info' && code !== 'GZ-I014'
}

function ownText(entry: FeedEntry): { text: FeedText; whole: boolean } | undefined {
  const { content, summary, base, title = '' } = entry
  const full = content === undefined ? undefined : feedText(content, base, title)
  if (full !== undefined && !full.cut && full.markdown.length >= wholeContent) return { text: full, whole: true }
  const short = summary === undefined ? undefined : feedText(summary, base, title)
  if (short !== undefined && (full === undefined || short.prose > full.prose)) return { text: short, whole: short.prose >= wholeSummary && !short.cut }
  return full === undefined ? undefined : { text: full, whole: false }
}

/** The article as the feed has it. */
function draftOf({ entry, feed, name, settings, sections }: EntryRequest, text: FeedText | undefined): Draft {
  const found = <T>(value: T | undefined): Found<T> | undefined => (value === undefined ? undefined : { value, from: 'feed' })
  const authors = entry.authors.filter((author) => author !== name && author !== feed.title)
  const image = entry.image ?? text?.image
  const category = entry.tags.flatMap((tag) => sections.find((section) => section.toLowerCase() === tag.trim().toLowerCase()) ?? [])[0]
  const section: Found | undefined = settings.section === undefined ? found(category) : { value: settings.section, from: 'newsletter' }
  const fields: Fields = withoutUndefined({
    title: found(entry.title),
    url: found(entry.url),
    date: found(entry.date),
    author: authors.length === 0 ? undefined : found(authors.join(', ')),
    source: found(name ?? feed.title),
    section,
    image: found(image),
    imageAlt: found(image === undefined ? undefined : image === text?.image ? (text.imageAlt ?? entry.imageAlt) : entry.imageAlt),
    description: found(descriptionOf(entry, text)),
    tags: found(cleanTags(entry.tags)),
    lang: found(entry.lang ?? feed.lang),
  })
  return { fields, markdown: text?.markdown ?? '', from: 'feed' }
}

/** A short summary beside the whole text is one that the author wrote. */
function descriptionOf({ summary, content, base }: FeedEntry, text: FeedText | undefined): string | undefined {
  if (summary === undefined || (content === undefined && text !== undefined)) return undefined
  const { markdown, cut } = feedText(summary, base, '')
  const line = markdown.replace(/\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1').replace(/\\([^\w\s])/g, '$1').replace(/[*_`]/g, '')
  return cut || line.includes('\n') || line.length > 400 || line === '' ? undefined : line
}

/** A page knows its address and picture better; the feed knows its title, its date and its own name. */
function merge(page: Draft, feed: Draft): Draft {
  const { title, date, author, source, section, tags, ...others } = feed.fields
  const { author: pageAuthor } = page.fields
  const fields = withoutUndefined({ ...others, ...page.fields, title: title ?? page.fields.title, date: date ?? page.fields.date, author: pageAuthor ?? author, source: source ?? page.fields.source, section: section ?? page.fields.section, tags: tags ?? page.fields.tags })
  // What the feed says of its picture is said of its own picture only.
  if (page.fields.image !== undefined && page.fields.imageAlt === undefined && page.fields.image.value !== feed.fields.image?.value) delete fields.imageAlt
  return { ...page, fields }
}
