import { parseFrontMatter } from '../content/front-matter.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { isRecord } from '../lib/records.ts'
import type { Blurb, SummariserInput } from '../model/blurb.ts'
import { createSummariser, type ExtractiveMethod } from '../summarise/summariser.ts'
import { titleFromUrl } from '../summarise/title.ts'

export interface SummariseOptions {
  method: ExtractiveMethod
  /** Most words a blurb may have. */
  words: number
  /** Makes the blurbs in place of `method`; left out, they are taken from the text. */
  make?: BlurbMaker
}

/** Makes the blurb of a text whose language is known. */
export type BlurbMaker = (article: SummariserInput & { lang: string }) => Promise<{ blurb: Blurb; diagnostics: Diagnostic[] }>

/** Language of a text in which nothing tells another. */
const fallbackLanguage = 'en'

/** The text with its language: the one it names, or the one it is found to be in. */
export async function inItsLanguage(article: SummariserInput): Promise<SummariserInput & { lang: string }> {
  if (article.lang !== undefined) return { ...article, lang: article.lang }
  const { detectLanguage } = await import('../summarise/language.ts')
  return { ...article, lang: detectLanguage(article.text) ?? fallbackLanguage }
}

/**
 * What a summariser needs to know of a text: title and language from its front matter, or the first heading.
 *
 * @param file name for diagnostics
 */
export function readInput(text: string, file: string): { input: SummariserInput; diagnostics: Diagnostic[] } {
  const { data, body, diagnostics } = parseFrontMatter(text, file)
  const broken = diagnostics.length > 0
  const heading = /^#\s+(.+?)\s*#*$/m.exec(broken ? text : body)?.[1]
  const title = typeof data.title === 'string' ? data.title : heading
  const lang = languageTag(data.lang ?? data.locale)
  return {
    input: { title: title ?? '', text: broken ? text : body, ...(lang === undefined ? {} : { lang }) },
    // A text is summarised whatever is wrong with its front matter.
    diagnostics: diagnostics.map((finding) => ({ ...finding, severity: 'warning' })),
  }
}

/** One line of a batch: the blurb of an article, or what is wrong with the line. */
export type BatchResult = { id: string | number; blurb: Blurb; diagnostics: Diagnostic[] } | { problem: Diagnostic }

/**
 * Summarises the articles of a JSON Lines stream, one at a time, in order. Nothing is kept, so that the memory a
 * batch takes does not grow with it.
 *
 * @param lines `{id, title, text, lang?, url?}` each; `title` may be empty, and the words of `url` then stand for it
 * @param file name of the stream for diagnostics
 */
export async function* summariseLines(lines: AsyncIterable<string>, options: SummariseOptions, file: string): AsyncGenerator<BatchResult> {
  const summarise = createSummariser({ method: options.method })
  const make = options.make ?? ((article) => Promise.resolve({ blurb: summarise(article, { words: options.words }), diagnostics: [] }))
  let number = 0
  for await (const line of lines) {
    number++
    if (line.trim() === '') continue
    const article = parseLine(line)
    if (typeof article === 'string') {
      yield { problem: diagnostic('GZ-B003', article, { file, line: number, sourceLine: line.slice(0, 200) }) }
    } else {
      const { blurb, diagnostics } = await make(await inItsLanguage(article))
      yield { id: article.id, blurb, diagnostics: diagnostics.map((finding) => ({ ...finding, file, line: number })) }
    }
  }
}

function parseLine(line: string): (SummariserInput & { id: string | number }) | string {
  let value: unknown
  try {
    value = JSON.parse(line.replace(/^\ufeff/, ''))
  } catch (error) {
    return `the line is not JSON: ${error instanceof Error ? error.message : String(error)}`
  }
  if (!isRecord(value)) return 'the line is not a JSON object'
  const { id, title, text, url } = value
  if (typeof id !== 'string' && typeof id !== 'number') return '`id` must be a text or a number'
  if (typeof text !== 'string') return '`text` must be a text'
  const named = typeof title === 'string' ? title.trim() : ''
  const lang = languageTag(value.lang)
  return {
    id,
    text,
    title: titleOf(named, url),
    ...(lang === undefined ? {} : { lang }),
  }
}

/** A title that is an address says as much as the words in it. */
function titleOf(named: string, url: unknown): string {
  if (/^https?:\/\/\S+$/i.test(named)) return titleFromUrl(named)
  return named === '' && typeof url === 'string' ? titleFromUrl(url) : named
}

/** A language tag in its canonical form; undefined for anything else. */
function languageTag(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  try {
    return Intl.getCanonicalLocales(value.trim().replaceAll('_', '-'))[0]
  } catch {
    return undefined
  }
}
