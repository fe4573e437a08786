import { withoutUndefined } from '../../lib/records.ts'
import { attribute, type PageDocument } from '../page/dom.ts'
import { addressIn } from './address.ts'
import { findAuthor } from './author.ts'
import { decodeEntities, plainText } from './entities.ts'
import { type Fields, type Found, firstFound, type Offer } from './found.ts'
import { type JsonLd, readJsonLd } from './json-ld.ts'
import { languageTag } from './language.ts'
import { findPicture } from './picture.ts'
import { findDate } from './published.ts'
import { metaValue, type MetaTags, readMetaTags } from './tags.ts'
import { findTitle, siteOf } from './title.ts'

/** What a page says of itself, besides its text. */
export interface PageFields {
  fields: Fields
  jsonLd?: JsonLd
}

/**
 * Reads title, author, date, site, address, image, language and the like of a page: JSON-LD first, then OpenGraph and
 * other meta tags, then microdata, then what the page shows.
 *
 * @param address where the page was fetched; undefined for a file
 */
export function readPageFields(document: PageDocument, address?: string): PageFields {
  const jsonLd = readJsonLd(document)
  const tags = readMetaTags(document)
  const url = findAddress(document, tags, jsonLd, address)
  const named = firstFound(
    ['opengraph', metaValue(tags, 'og:site_name')],
    ['json-ld', jsonLd?.site],
    ['meta', metaValue(tags, 'application-name', 'dc.publisher', 'citation_journal_title')],
  )
  const title = findTitle(document, {
    jsonLd: jsonLd?.title,
    openGraph: metaValue(tags, 'og:title', 'twitter:title', 'dc.title', 'citation_title', 'headline'),
    site: named?.value,
  })
  const source = named ?? siteFromTitle(document, title) ?? siteFromAddress(url?.value ?? address)
  const description = firstFound(
    ['opengraph', metaValue(tags, 'og:description')],
    ['meta', metaValue(tags, 'description', 'twitter:description', 'dc.description')],
    ['json-ld', jsonLd?.description],
  )
  const section = firstFound(['json-ld', jsonLd?.section], ['opengraph', metaValue(tags, 'article:section')])
  const fields = {
    title,
    url,
    date: findDate(document, tags, jsonLd?.date, url?.value),
    author: findAuthor(document, tags, jsonLd?.authors ?? [], source?.value),
    source,
    section,
    ...findPicture(document, tags, jsonLd?.image, url?.value ?? address),
    description,
    tags: findTags(tags, jsonLd),
    lang: findLanguage(document, tags, jsonLd),
  }
  return { fields: withoutUndefined(fields), ...(jsonLd === undefined ? {} : { jsonLd }) }
}

/** The canonical address. One that leads to the front page is a mistake of the site. */
function findAddress(document: PageDocument, tags: MetaTags, jsonLd: JsonLd | undefined, address: string | undefined): Found | undefined {
  const offers: Offer[] = [
    ['page', attribute(document.querySelector('link[rel~="canonical" i]'), 'href')],
    ['opengraph', metaValue(tags, 'og:url')],
    ['json-ld', jsonLd?.url],
  ]
  for (const [from, value] of offers) {
    const absolute = value === undefined ? undefined : addressIn(decodeEntities(value), address)
    if (absolute === undefined) continue
    if (address !== undefined && new URL(absolute).pathname === '/' && new URL(address).pathname !== '/') continue
    return { value: absolute, from }
  }
  return address === undefined ? undefined : { value: address, from: 'address' }
}

function siteFromTitle(document: PageDocument, title: Found | undefined): Found | undefined {
  const tagged = plainText(document.querySelector('title')?.textContent ?? '')
  const name = title === undefined ? undefined : siteOf(tagged, title.value)
  return name === undefined ? undefined : { value: name, from: 'page' }
}

function siteFromAddress(address: string | undefined): Found | undefined {
  return address === undefined ? undefined : { value: new URL(address).hostname.replace(/^www\./, ''), from: 'address' }
}

function findLanguage(document: PageDocument, tags: MetaTags, jsonLd: JsonLd | undefined): Found | undefined {
  return firstFound(
    ['page', languageTag(attribute(document.documentElement, 'lang'))],
    ['json-ld', languageTag(jsonLd?.lang)],
    ['opengraph', languageTag(metaValue(tags, 'og:locale'))],
    ['meta', languageTag(metaValue(tags, 'content-language', 'dc.language', 'language'))],
  )
}

/** Most tags that are kept, and the longest that is one. */
const mostTags = 10
const longestTag = 40

function findTags(tags: MetaTags, jsonLd: JsonLd | undefined): Found<string[]> | undefined {
  const keywords = [...(tags.get('keywords') ?? []), ...(tags.get('news_keywords') ?? [])]
  return firstFound<string[]>(
    ['opengraph', cleanTags(tags.get('article:tag') ?? [])],
    ['json-ld', cleanTags(jsonLd?.tags ?? [])],
    ['meta', cleanTags(keywords.flatMap((text) => text.split(/[,;]/)))],
  )
}

/** Tags without doubles, whatever their case; undefined when there is none. */
export function cleanTags(list: readonly string[]): string[] | undefined {
  const clean = list.map(plainText).filter((tag) => tag !== '' && tag.length <= longestTag)
  const unique = [...new Map(clean.map((tag) => [tag.toLowerCase(), tag])).values()]
  return unique.length === 0 ? undefined : unique.slice(0, mostTags)
}
