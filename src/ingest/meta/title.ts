import { type PageDocument, type PageElement, textOf } from '../page/dom.ts'
import { isAnchor } from '../page/prune.ts'
import { type Found, firstFound } from './found.ts'
import { plainText } from './entities.ts'

const bars = /\s+[|·•»«–—:\\/-]+\s+|\s*[|»«]\s*/

/**
 * The headline without the name of the site.
 *
 * @param site name of the publication, when it is known
 */
export function findTitle(document: PageDocument, offers: { jsonLd?: string | undefined; openGraph?: string | undefined; site?: string | undefined }): Found | undefined {
  const tagged = plainText(document.querySelector('title')?.textContent ?? '')
  const heading = mainHeading(document, [offers.openGraph, offers.jsonLd, tagged])
  const jsonLd = offers.jsonLd === undefined || isCut(offers.jsonLd) ? undefined : offers.jsonLd
  const openGraph = offers.openGraph === undefined || isCut(offers.openGraph) ? undefined : withoutSite(offers.openGraph, offers.site)
  const found = firstFound(
    ['json-ld', jsonLd],
    ['page', heading !== undefined && openGraph !== undefined && alike(heading, openGraph) ? heading : undefined],
    ['opengraph', openGraph],
    ['page', heading],
    ['page', tagged === '' ? undefined : withoutSite(tagged, offers.site)],
    ['opengraph', offers.openGraph],
    ['json-ld', offers.jsonLd],
  )
  return found === undefined ? undefined : { ...found, value: cleanTitle(found.value) }
}

/** Control characters, trailing bars and quotes around the whole are none of the title. At most 300 characters. */
export function cleanTitle(title: string): string {
  const text = plainText(title).replace(/^[\s|·•»–—-]+|[\s|·•»–—-]+$/g, '')
  return text.length <= 300 ? text : `${text.slice(0, 299).replace(/\s+\S*$/, '')}…`
}

function isCut(title: string): boolean {
  return /(?:…|\.\.\.)$/.test(title)
}

/** The h1 that the page's other titles know of; without any of those, the only h1. */
function mainHeading(document: PageDocument, known: readonly (string | undefined)[]): string | undefined {
  const headings = [...document.querySelectorAll('h1')].map(headingText).filter((text) => text.length > 2 && text.length < 300)
  const shared = headings.find((heading) => known.some((title) => title !== undefined && alike(heading, title)))
  return shared ?? (new Set(headings).size === 1 ? headings[0] : undefined)
}

/** The text of a heading without the sign that gives its address. */
function headingText(heading: PageElement): string {
  const text = textOf(heading)
  const sign = [...heading.querySelectorAll('a')].filter(isAnchor).map(textOf)[0]
  return sign !== undefined && text.endsWith(sign) ? text.slice(0, -sign.length).trim() : text
}

/** Whether one of two titles holds the other, letters and digits alone counted. */
function alike(a: string, b: string): boolean {
  const [first, second] = [letters(a), letters(b)]
  if (first.length < 4 || second.length < 4) return first === second
  return first.includes(second) || second.includes(first)
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

/** "Headline | The Paper" is the headline; without a known name, the longer side of the last bar is. */
export function withoutSite(title: string, site: string | undefined): string {
  const parts = title.split(bars)
  if (parts.length < 2) return title
  if (site !== undefined) {
    const last = parts.at(-1) ?? ''
    const first = parts[0] ?? ''
    if (alike(last, site)) return title.slice(0, title.lastIndexOf(last)).replace(/[\s|·•»«–—:\\/-]+$/, '')
    if (alike(first, site)) return title.slice(title.indexOf(first) + first.length).replace(/^[\s|·•»«–—:\\/-]+/, '')
    return title
  }
  const cut = /^(.*\S)\s*(?:\s[|·•»–—-]\s|[|»])\s*(\S.*)$/.exec(title)
  const [, head = '', tail = ''] = cut ?? []
  return head.split(' ').length >= 3 && tail.split(' ').length <= 5 && head.length > tail.length ? head : title
}

/** The name of the site that a title ends with, when the headline is known to be the rest. */
export function siteOf(title: string, heading: string): string | undefined {
  if (!title.startsWith(heading)) return undefined
  const rest = title.slice(heading.length)
  const name = rest.replace(/^\s*[|·•»–—:-]+\s*/, '').trim()
  return name !== rest.trim() && name !== '' && name.length <= 60 && !bars.test(name) ? name : undefined
}
