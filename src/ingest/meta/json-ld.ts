import { readDate } from '../dates.ts'
import { collapse, type PageDocument } from '../page/dom.ts'
import { plainText } from './entities.ts'

/** What an article's JSON-LD says of it. */
export interface JsonLd {
  title?: string
  authors: string[]
  date?: string
  site?: string
  url?: string
  image?: string
  description?: string
  section?: string
  tags: string[]
  lang?: string
  body?: string
  /** Whether the page says that readers must pay or log in. */
  closed: boolean
}

type Thing = Record<string, unknown>

const articleType = /(?:Article|BlogPosting|SocialMediaPosting|^Report|Posting|^Review|^Recipe|^HowTo|^CreativeWork)$/

/** Reads the first article among the JSON-LD blocks of a page; blocks that are not JSON are passed over. */
export function readJsonLd(document: PageDocument): JsonLd | undefined {
  const things: Thing[] = []
  for (const script of document.querySelectorAll('script[type^="application/ld+json" i]')) {
    gather(parseLoosely(script.textContent ?? ''), things, 0)
  }
  const articles = things.filter((thing) => typesOf(thing).some((type) => articleType.test(type)))
  const article = articles.find((thing) => typeof thing.headline === 'string') ?? articles[0]
  if (article === undefined) return undefined
  return describe(article, things)
}

/** JSON as sites print it: wrapped in comments or CDATA, with raw line breaks in strings or a comma too many. */
function parseLoosely(source: string): unknown {
  const text = source.replace(/^\s*(?:\/\/\s*)?(?:<!\[CDATA\[|<!--)|(?:\/\/\s*)?(?:\]\]>|-->)\s*$/g, '').replace(/;\s*$/, '')
  for (const attempt of [text, text.replace(/[\u0000-\u001f]+/g, ' '), text.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s*([\]}])/g, '$1')]) {
    try {
      return JSON.parse(attempt) as unknown
    } catch {
      continue
    }
  }
  return undefined
}

function gather(value: unknown, things: Thing[], depth: number): void {
  if (depth > 6 || things.length > 500) return
  if (Array.isArray(value)) {
    for (const entry of value) gather(entry, things, depth + 1)
  } else if (isThing(value)) {
    things.push(value)
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemListElement']) gather(value[key], things, depth + 1)
  }
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function typesOf(thing: Thing): string[] {
  return textsOf(thing['@type']).map((type) => type.replace(/^.*[/#:]/, ''))
}

function describe(thing: Thing, things: readonly Thing[]): JsonLd {
  const byId = new Map(things.flatMap((other) => (typeof other['@id'] === 'string' ? [[other['@id'], other] as const] : [])))
  const named = (value: unknown): string[] => listOf(value).flatMap((entry) => {
    const target = isThing(entry) && entry.name === undefined && typeof entry['@id'] === 'string' ? byId.get(entry['@id']) : entry
    return textsOf(isThing(target) ? target.name : target).map(plainText)
  })
  const first = (value: unknown): string | undefined => textsOf(value).map(plainText).find((text) => text !== '')
  const date = [thing.datePublished, thing.dateCreated].flatMap(textsOf).map((text) => readDate(text)).find((found) => found !== undefined)
  const body = textsOf(thing.articleBody ?? thing.reviewBody ?? thing.text)[0]
  return defined({
    title: first(thing.headline) ?? first(thing.name),
    authors: named(thing.author ?? thing.creator).filter((name) => name !== '' && !/^https?:/.test(name)),
    date,
    site: named(thing.publisher)[0] ?? (isThing(thing.isPartOf) ? first(thing.isPartOf.name) : undefined),
    url: addressOf(thing.url) ?? addressOf(thing.mainEntityOfPage),
    image: addressOf(thing.image) ?? addressOf(thing.thumbnailUrl),
    description: first(thing.description),
    section: first(thing.articleSection),
    tags: textsOf(thing.keywords).flatMap((text) => text.split(',')).map(plainText).filter((tag) => tag !== ''),
    lang: first(isThing(thing.inLanguage) ? thing.inLanguage.alternateName ?? thing.inLanguage.name : thing.inLanguage),
    body: body === undefined ? undefined : bodyText(body),
    closed: textsOf(thing.isAccessibleForFree).some((text) => /^false$/i.test(text)) || thing.isAccessibleForFree === false,
  })
}

/** Some sites put HTML into `articleBody`. */
function bodyText(body: string): string {
  const text = /<\/?(?:p|br|div)\b/i.test(body) ? body.replace(/<\/(?:p|div|h\d|li)>|<br\s*\/?>/gi, '\n').replace(/<[^>]{1,2000}>/g, '') : body
  return text.split(/\n+/).map(plainText).filter((line) => line !== '').join('\n')
}

function addressOf(value: unknown): string | undefined {
  for (const entry of listOf(value)) {
    const address = isThing(entry) ? entry.url ?? entry['@id'] ?? entry.contentUrl : entry
    if (typeof address === 'string' && address.trim() !== '') return collapse(address)
    if (Array.isArray(address) && typeof address[0] === 'string') return collapse(address[0])
  }
  return undefined
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
}

function textsOf(value: unknown): string[] {
  return listOf(value).flatMap((entry) => {
    if (isThing(entry)) return typeof entry['@value'] === 'string' ? [entry['@value']] : []
    return typeof entry === 'string' || typeof entry === 'number' ? [String(entry)] : []
  })
}

/** Leaves out the keys without a value. */
function defined(value: { [Key in keyof JsonLd]: JsonLd[Key] | undefined }): JsonLd {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as unknown as JsonLd
}
