import { ancestorsOf, attribute, type PageDocument, type PageElement, textOf } from '../page/dom.ts'
import { readDate } from '../dates.ts'
import { decodeEntities, plainText } from './entities.ts'
import { type Fields, type Found, firstFound, type Offer } from './found.ts'
import { readJsonLd, type JsonLd } from './json-ld.ts'
import { metaValue, type MetaTags, readMetaTags } from './tags.ts'
import { findTitle, siteOf } from './title.ts'
import { addressIn, tidyImage } from './address.ts'
import { languageTag } from './language.ts'

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
  const base = address ?? metaValue(tags, 'og:url') ?? canonicalLink(document)
  const url = findAddress(document, tags, jsonLd, address)
  const named = firstFound(['opengraph', metaValue(tags, 'og:site_name')], ['json-ld', jsonLd?.site], ['meta', metaValue(tags, 'application-name', 'dc.publisher', 'citation_journal_title')])
  const title = findTitle(document, { jsonLd: jsonLd?.title, openGraph: metaValue(tags, 'og:title', 'twitter:title', 'dc.title', 'citation_title', 'headline'), site: named?.value })
  const source = named ?? siteFromTitle(document, title) ?? siteFromAddress(url?.value ?? address)
  const image = findImage(document, tags, jsonLd, url?.value ?? base)
  const description = firstFound(['opengraph', metaValue(tags, 'og:description')], ['meta', metaValue(tags, 'description', 'twitter:description', 'dc.description')], ['json-ld', jsonLd?.description])
  const fields = {
    title,
    url,
    date: findDate(document, tags, jsonLd, url?.value),
    author: findAuthor(document, tags, jsonLd, source?.value),
    source,
    section: firstFound(['json-ld', jsonLd?.section], ['opengraph', metaValue(tags, 'article:section')]),
    ...image,
    description,
    tags: findTags(tags, jsonLd),
    lang: firstFound(['page', languageTag(attribute(document.documentElement, 'lang'))], ['json-ld', languageTag(jsonLd?.lang)], ['opengraph', languageTag(metaValue(tags, 'og:locale'))], ['meta', languageTag(metaValue(tags, 'content-language', 'dc.language', 'language'))]),
  }
  const known = Object.fromEntries(Object.entries(fields).filter(([, found]) => found !== undefined)) as Fields
  return { fields: known, ...(jsonLd === undefined ? {} : { jsonLd }) }
}

function canonicalLink(document: PageDocument): string | undefined {
  return attribute(document.querySelector('link[rel~="canonical" i]'), 'href')
}

/** The canonical address. One that leads to the front page, or to another host's, is a mistake of the site. */
function findAddress(document: PageDocument, tags: MetaTags, jsonLd: JsonLd | undefined, address: string | undefined): Found | undefined {
  const offers: Offer[] = [
    ['page', canonicalLink(document)],
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
  const name = title === undefined ? undefined : siteOf(plainText(document.querySelector('title')?.textContent ?? ''), title.value)
  return name === undefined ? undefined : { value: name, from: 'page' }
}

function siteFromAddress(address: string | undefined): Found | undefined {
  return address === undefined ? undefined : { value: new URL(address).hostname.replace(/^www\./, ''), from: 'address' }
}

function findDate(document: PageDocument, tags: MetaTags, jsonLd: JsonLd | undefined, address: string | undefined): Found | undefined {
  const published = ['article:published_time', 'og:published_time', 'datepublished', 'date', 'dc.date', 'dc.date.issued', 'dcterms.created', 'dcterms.date', 'pubdate', 'publishdate', 'publish-date', 'parsely-pub-date', 'sailthru.date', 'citation_publication_date', 'citation_date', 'article.published', 'timestamp', 'publication_date', 'last-modified']
  const tagged = published.map((name) => readDate(metaValue(tags, name) ?? '')).find((date) => date !== undefined)
  const micro = document.querySelector('[itemprop~="datePublished"]')
  const inAddress = /\/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?:[/-]|$)/.exec(address ?? '')
  return firstFound(
    ['json-ld', jsonLd?.date],
    ['meta', tagged],
    ['microdata', micro === null ? undefined : elementDate(micro)],
    ['page', shownDate(document)],
    ['address', inAddress === null ? undefined : readDate(inAddress.slice(1).join('-'))],
  )
}

function elementDate(element: PageElement): string | undefined {
  return readDate(attribute(element, 'datetime') ?? attribute(element, 'content') ?? textOf(element))
}

/** A date near the headline: a `time` element, or a short text that a class calls a date. */
function shownDate(document: PageDocument): string | undefined {
  const places = 'time[pubdate], article time[datetime], main time[datetime], time[datetime], [class*="date" i], [class*="published" i], [class*="byline" i], [class*="meta" i], [class*="posted" i]'
  let tried = 0
  for (const element of document.querySelectorAll(places)) {
    if (isAside(element)) continue
    const text = textOf(element)
    const date = text.length <= 200 ? elementDate(element) : undefined
    if (date !== undefined) return date
    if (++tried > 200) break
  }
  return undefined
}

function isAside(element: PageElement): boolean {
  for (const above of [element, ...ancestorsOf(element)]) {
    if (['ASIDE', 'NAV', 'FOOTER'].includes(above.tagName) || /comment|related|sidebar/i.test(attribute(above, 'class') ?? '')) return true
  }
  return false
}

function findAuthor(document: PageDocument, tags: MetaTags, jsonLd: JsonLd | undefined, site: string | undefined): Found | undefined {
  const isPerson = (name: string): boolean => name.length <= 100 && !/^https?:|^@|^(?:admin|administrator|editor|staff|guest|webmaster|author|by)$/i.test(name)
  const join = (names: readonly string[]): string | undefined => {
    const people = [...new Set(names.map(cleanName).filter((name) => name !== '' && isPerson(name)))]
    return people.length === 0 ? undefined : people.slice(0, 6).join(', ')
  }
  const shown = ['[itemprop~="author"] [itemprop~="name"]', '[itemprop~="author"]', 'a[rel~="author"]', '.byline a, .byline .author, .author-name, .p-author', '.byline, .author, [class*="byline" i]']
  const texts = (selector: string): string[] => [...document.querySelectorAll(selector)].filter((element) => !isAside(element)).slice(0, 4).map((element) => attribute(element, 'content') ?? textOf(element))
  const found = firstFound(
    ['json-ld', join(jsonLd?.authors ?? [])],
    ['meta', join([...(tags.get('author') ?? []), ...(tags.get('article:author') ?? []), ...(tags.get('dc.creator') ?? []), ...(tags.get('citation_author') ?? []), ...(tags.get('parsely-author') ?? []), ...(tags.get('sailthru.author') ?? [])].slice(0, 4))],
    ...shown.map((selector, index): Offer => [index < 2 ? 'microdata' : 'page', join(texts(selector))]),
  )
  return found?.value === site ? undefined : found
}

/** "By Jane Doe, Staff Writer | 3 May" is Jane Doe. */
function cleanName(text: string): string {
  const name = plainText(text).replace(/^(?:(?:posted|written|published|words|story|text)\s+)?(?:by|von|par|por|di|door)[\s:]+/i, '')
  return name.split(/\s*(?:[|·•\n]|\s[–—-]\s|,?\s(?:on|at)\s|\d{1,2}[:./]\d|\b\d{4}\b)/)[0]?.replace(/[,;:\s]+$/, '') ?? ''
}

function findImage(document: PageDocument, tags: MetaTags, jsonLd: JsonLd | undefined, base: string | undefined): Pick<Fields, 'image' | 'imageAlt'> {
  const resolve = (value: string | undefined): string | undefined => (value === undefined ? undefined : tidyImage(value, base))
  const image = firstFound(
    ['opengraph', resolve(metaValue(tags, 'og:image:secure_url', 'og:image', 'og:image:url'))],
    ['json-ld', resolve(jsonLd?.image)],
    ['meta', resolve(metaValue(tags, 'twitter:image', 'twitter:image:src', 'thumbnail', 'image'))],
    ['page', resolve(attribute(document.querySelector('link[rel~="image_src" i]'), 'href'))],
    ['page', resolve(leadPicture(document))],
  )
  if (image === undefined) return {}
  const alt = firstFound(['opengraph', metaValue(tags, 'og:image:alt', 'twitter:image:alt')], ['page', altOf(document, image.value)])
  return alt === undefined ? { image } : { image, imageAlt: alt }
}

/** The first picture of the article that is not small. */
function leadPicture(document: PageDocument): string | undefined {
  for (const picture of document.querySelectorAll('article img[src], main img[src], .post img[src], .entry-content img[src]')) {
    const width = Number.parseInt(attribute(picture, 'width') ?? '', 10)
    if (isAside(picture) || width < 200 || /avatar|logo|icon|pixel|spacer|emoji/i.test(`${attribute(picture, 'class') ?? ''} ${attribute(picture, 'src') ?? ''}`)) continue
    return attribute(picture, 'data-src') ?? attribute(picture, 'src')
  }
  return undefined
}

/** The alternative text that the page gives the same picture, in whatever size. */
function altOf(document: PageDocument, image: string): string | undefined {
  const stem = (address: string): string => (address.split(/[?#]/)[0]?.split('/').at(-1) ?? '').replace(/-\d+x\d+(?=\.\w+$)/, '').toLowerCase()
  const wanted = stem(image)
  if (wanted.length < 5) return undefined
  for (const picture of document.querySelectorAll('img[alt]')) {
    const alt = plainText(attribute(picture, 'alt') ?? '')
    const sources = [attribute(picture, 'src'), attribute(picture, 'data-src'), attribute(picture, 'data-lazy-src')]
    if (alt !== '' && sources.some((source) => source !== undefined && stem(source) === wanted)) return alt
  }
  return undefined
}

function findTags(tags: MetaTags, jsonLd: JsonLd | undefined): Found<string[]> | undefined {
  const clean = (list: readonly string[]): string[] | undefined => {
    const unique = [...new Map(list.map((tag) => plainText(tag)).filter((tag) => tag !== '' && tag.length <= 40).map((tag) => [tag.toLowerCase(), tag])).values()]
    return unique.length === 0 ? undefined : unique.slice(0, 10)
  }
  const keywords = tags.get('keywords')?.flatMap((text) => text.split(/[,;]/))
  const offers: Offer<string[]>[] = [['opengraph', clean(tags.get('article:tag') ?? [])], ['json-ld', clean(jsonLd?.tags ?? [])], ['meta', clean(keywords ?? tags.get('news_keywords')?.flatMap((text) => text.split(',')) ?? [])]]
  return firstFound(...offers)
}
