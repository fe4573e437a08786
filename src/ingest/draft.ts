import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import type { Fields } from './meta/found.ts'
import { type Extract, extractPage } from './page/extract.ts'
import { pageArticles } from './page/several.ts'
import { readPasted } from './paste/article.ts'
import type { Wall } from './page/wall.ts'

/** An article that was read and is not yet written. */
export interface Draft {
  fields: Fields
  markdown: string
  /** What the text was taken from. */
  from: Extract['from'] | 'text' | 'feed' | 'Markdown'
  /** Keys that an editor has settled already: a blurb, whether it is featured. */
  editorial?: Record<string, unknown>
  /** Line of the input on which it begins, when that holds several. */
  line?: number
}

export interface Drafts {
  drafts: Draft[]
  /** Lines on which articles begin; more than one when the input holds several. */
  starts: number[]
  diagnostics: Diagnostic[]
}

const walls: Readonly<Record<Wall, string>> = {
  login: 'it is a page to log in',
  consent: 'it is a page that asks for consent to cookies',
  check: 'it is a page that asks for proof of being human',
}

/** Characters of text that are hardly an article. */
const hardlyAny = 60

/**
 * Reads a web page.
 *
 * @param name of the input, for messages
 * @param options address where it was fetched, undefined for a file; whether a page of several articles is cut into them
 */
export function draftPage(html: string, name: string, { address, split = false }: { address?: string; split?: boolean } = {}): Drafts {
  const several = pageArticles(html, address)
  if (split && several.length > 1) {
    const drafts = several.map(({ line, extract }): Draft => ({ fields: extract.fields, markdown: extract.markdown, from: extract.from, line }))
    return { drafts, starts: several.map(({ line }) => line), diagnostics: [] }
  }
  const { fields, markdown, from, prose, closed, wall, feeds } = extractPage(html, address)
  const hint = 'open it in a browser, copy the text and pipe it to gazette add -'
  if (wall !== undefined) return none(diagnostic('GZ-I012', `${name} is not the article: ${walls[wall]}`, { hint }))
  if (markdown.length < hardlyAny) {
    const feed = feeds[0]
    return none(diagnostic('GZ-I011', `no article found in ${name}`, { hint: feed === undefined ? hint : `the page has a feed, ${feed}: put it under sources in newsletter.yaml and run gazette pull` }))
  }
  const short = closed && prose < 1500
  const diagnostics = short ? [diagnostic('GZ-I013', `${name} says that it is not free to read; the text found may be its beginning only`)] : []
  return { drafts: [{ fields, markdown, from }], starts: several.length > 1 ? several.map(({ line }) => line) : [1], diagnostics }
}

/** Reads pasted or scraped text; see `readPasted`. */
export function draftText(text: string, name: string, split: boolean): Drafts {
  const { articles, starts } = readPasted(text, split)
  if (articles.length === 0) return none(diagnostic('GZ-I011', `no article found in ${name}`, { hint: 'nothing but leftovers of a page was in it' }))
  const drafts = articles.map(({ fields, markdown, line }): Draft => ({ fields, markdown, from: 'text', ...(starts.length > 1 ? { line } : {}) }))
  const diagnostics = articles
    .filter((article) => !article.titled)
    .map((article) => diagnostic('GZ-I015', `no title found; it is called ${JSON.stringify(article.fields.title?.value ?? '')}`, { hint: 'write a title into the front matter' }))
  return { drafts, starts, diagnostics }
}

function none(problem: Diagnostic): Drafts {
  return { drafts: [], starts: [], diagnostics: [problem] }
}
