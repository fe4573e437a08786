import { cohesion } from '../paste/cohesion.ts'
import { wordsIn } from '../paste/lines.ts'
import { addressIn } from '../meta/address.ts'
import { readPageFields } from '../meta/page-fields.ts'
import { type Extract, extractPage } from './extract.ts'
import { ancestorsOf, attribute, parsePage, type PageDocument, type PageElement, textOf } from './dom.ts'

/** Words of an article that is there whole, and not as a teaser. */
const enough = 120
/** Cohesion below which two are about different things. */
const unrelated = 0.35

/** One of several articles of a page. */
export interface PageArticle {
  /** Line of the page's source on which it begins, from 1. */
  line: number
  extract: Extract
}

/**
 * Each article of a page that plainly holds several whole ones, extracted by itself.
 *
 * @param address where the page was fetched; undefined for a file
 * @returns none when the page holds one
 */
export function pageArticles(html: string, address?: string): PageArticle[] {
  if ((html.match(/<article[\s>]/gi)?.length ?? 0) < 2) return []
  const document = parsePage(html)
  const elements = articlesOf(document)
  if (elements.length < 2) return []
  const all = [...document.querySelectorAll('article')]
  const offsets = [...html.matchAll(/<article[\s>]/gi)].map((match) => match.index)
  const { fields: page } = readPageFields(document, address)
  return elements.map((element) => {
    const offset = offsets[all.indexOf(element)] ?? 0
    const link = element.querySelector('h1 a[href], h2 a[href], h3 a[href]')
    const url = addressIn(attribute(link, 'href') ?? '', address ?? page.url?.value)
    const extract = extractPage(`<html><head></head><body>${element.outerHTML}</body></html>`, url)
    const { source, lang } = page
    const fields = { ...(source === undefined ? {} : { source }), ...(lang === undefined ? {} : { lang }), ...extract.fields }
    const title = textOf(element.querySelector('h1, h2, h3'))
    return { line: html.slice(0, offset).split('\n').length, extract: { ...extract, fields: { ...fields, title: { value: title, from: 'page' } } } }
  })
}

/**
 * The articles of a page that plainly holds several whole ones, such as the front page of a blog.
 *
 * @returns none when the page holds one
 */
function articlesOf(document: PageDocument): PageElement[] {
  const found: PageElement[] = []
  for (const element of document.querySelectorAll('article')) {
    const nested = [...ancestorsOf(element)].some((above) => above.tagName === 'ARTICLE' || above.tagName === 'ASIDE' || above.tagName === 'FOOTER')
    if (nested || /comment|teaser|card|related/i.test(attribute(element, 'class') ?? '')) continue
    const paragraphs = [...element.querySelectorAll('p')].map(textOf).join(' ')
    if (element.querySelector('h1, h2, h3') !== null && wordsIn(paragraphs) >= enough) found.push(element)
  }
  if (found.length < 2) return []
  const texts = found.map((element) => textOf(element))
  const apart = texts.every((text, index) => index === 0 || cohesion(texts[index - 1] ?? '', text) < unrelated)
  return apart ? found : []
}
