import { byline } from '../boilerplate/people.ts'
import { readDate } from '../dates.ts'
import { attribute, childrenOf, isElement, type PageDocument, type PageElement, textOf } from '../page/dom.ts'
import { walk } from '../page/runs.ts'
import { isBesides } from './besides.ts'
import { type Found, firstFound } from './found.ts'
import { metaValue, type MetaTags } from './tags.ts'

/** Names of meta tags that hold the day of publication, the surest first. */
const tagNames = [
  'article:published_time',
  'og:published_time',
  'datepublished',
  'date',
  'dc.date',
  'dc.date.issued',
  'dcterms.created',
  'dcterms.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'parsely-pub-date',
  'sailthru.date',
  'citation_publication_date',
  'citation_date',
  'article.published',
  'publication_date',
  'timestamp',
]

/** Where a page shows a date, the likeliest first. */
const places = [
  'time[pubdate]',
  'article time[datetime], main time[datetime]',
  'time[datetime]',
  '[class*="date" i], [class*="published" i], [class*="posted" i], [class*="byline" i], [class*="meta" i]',
]

const silent = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT'])

/** Elements that are looked at before giving up. */
const patience = 200

/**
 * The day on which an article was published.
 *
 * @param told what its JSON-LD says
 * @param address which may hold the date, as /2026/05/03/ does
 */
export function findDate(document: PageDocument, tags: MetaTags, told: string | undefined, address: string | undefined): Found | undefined {
  const tagged = tagNames.map((name) => readDate(metaValue(tags, name) ?? '')).find((date) => date !== undefined)
  const marked = document.querySelector('[itemprop~="datePublished"]')
  const [, year, month, day] = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(address ?? '') ?? []
  return firstFound(
    ['json-ld', told],
    ['meta', tagged],
    ['microdata', marked === null ? undefined : elementDate(marked)],
    ['page', shownDate(document) ?? dateUnderHeadline(document)],
    ['address', year === undefined ? undefined : readDate(`${year}-${month ?? ''}-${day ?? ''}`)],
  )
}

function elementDate(element: PageElement): string | undefined {
  return readDate(attribute(element, 'datetime') ?? attribute(element, 'content') ?? textOf(element))
}

/** A date near the headline: a `time` element, or a short text that a class calls a date. */
function shownDate(document: PageDocument): string | undefined {
  let tried = 0
  for (const selector of places) {
    for (const element of document.querySelectorAll(selector)) {
      if (++tried > patience) return undefined
      if (isBesides(element)) continue
      const date = textOf(element).length <= 200 ? elementDate(element) : undefined
      if (date !== undefined) return date
    }
  }
  return undefined
}

/** Elements between the headline and the text that are looked at, and characters from which on one is text. */
const between = 60
const prose = 160

/** A line that is a date and nothing else, between the headline and the first paragraph. */
function dateUnderHeadline(document: PageDocument): string | undefined {
  const elements = [...walk(document.body)]
  const headline = elements.findIndex((element) => element.tagName === 'H1')
  if (headline < 0) return undefined
  for (const element of elements.slice(headline + 1, headline + 1 + between)) {
    if (silent.has(element.tagName) || childrenOf(element).some(isElement)) continue
    const text = textOf(element)
    if (text.length >= prose) return undefined
    const date = byline.some((pattern) => pattern.test(text)) ? readDate(text) : undefined
    if (date !== undefined) return date
  }
  return undefined
}
