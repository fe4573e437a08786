import { attribute, type PageDocument, textOf } from '../page/dom.ts'
import { isBesides } from './besides.ts'
import { plainText } from './entities.ts'
import { type Found, firstFound, type Offer } from './found.ts'
import type { MetaTags } from './tags.ts'

/** Names of meta tags that hold an author. */
const tagNames = ['author', 'article:author', 'dc.creator', 'citation_author', 'parsely-author', 'sailthru.author']

/** Places where a page shows its author, the surest first. */
const places: readonly (readonly ['microdata' | 'page', string])[] = [
  ['microdata', '[itemprop~="author"] [itemprop~="name"]'],
  ['microdata', '[itemprop~="author"]'],
  ['page', 'a[rel~="author"]'],
  ['page', '.byline a, .byline .author, .author-name, .p-author'],
  ['page', '.byline, .author, [class*="byline" i]'],
]

/** Names that are no person's. */
const nobody = /^https?:|^@|^(?:admin|administrator|editor|editors|staff|guest|webmaster|author|by)$/i

/** Most authors that are named. */
const most = 6

/**
 * The people who wrote an article, joined with commas.
 *
 * @param told what its JSON-LD says
 * @param site name of the publication, which many sites give as the author
 */
export function findAuthor(document: PageDocument, tags: MetaTags, told: readonly string[], site: string | undefined): Found | undefined {
  const offers = places.map(([from, selector]): Offer => [from, people(shown(document, selector))])
  const tagged = tagNames.flatMap((name) => tags.get(name) ?? [])
  const found = firstFound(['json-ld', people(told)], ['meta', people(tagged)], ...offers)
  return found?.value === site ? undefined : found
}

function shown(document: PageDocument, selector: string): string[] {
  const elements = [...document.querySelectorAll(selector)].filter((element) => !isBesides(element))
  return elements.slice(0, 4).map((element) => attribute(element, 'content') ?? textOf(element))
}

function people(names: readonly string[]): string | undefined {
  const clean = names.map(cleanName).filter((name) => name !== '' && name.length <= 100 && !nobody.test(name))
  const unique = [...new Set(clean)]
  return unique.length === 0 ? undefined : unique.slice(0, most).join(', ')
}

/** "By Jane Doe, Staff Writer | 3 May" is Jane Doe, Staff Writer. */
function cleanName(text: string): string {
  const name = plainText(text).replace(/^(?:(?:posted|written|published|words|story|text)\s+)?(?:by|von|par|por|di|door)[\s:]+/i, '')
  const ends = /\s*(?:[|·•\n]|\s[–—-]\s|,?\s(?:on|at)\s|\d{1,2}[:./]\d|\b\d{4}\b)/
  return name.split(ends)[0]?.replace(/[,;:\s]+$/, '') ?? ''
}
