import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { schemaDiagnostics } from '../diagnostics/schema.ts'
import { normaliseDate } from '../lib/calendar.ts'
import { isRecord, withoutUndefined } from '../lib/records.ts'
import { suggest } from '../lib/suggest.ts'
import type { Article, ArticleHead, KeyPlace } from '../model/article.ts'
import { aliases, type ArticleKey, articleKeys, articleSchema } from './article-schema.ts'
import { bodyOf, type FrontMatter, parseFrontMatter } from './front-matter.ts'

/** An article, or the reasons why there is none. */
export interface ParsedArticle {
  article?: Article
  diagnostics: Diagnostic[]
}

/**
 * Reads one article.
 *
 * @param text the file, decoded
 * @param file path relative to the newsletter folder
 * @param slug its name without `.md`
 */
export function parseArticle(text: string, file: string, slug: string): ParsedArticle {
  const matter = parseFrontMatter(text, file)
  if (matter.diagnostics.length > 0) return { diagnostics: matter.diagnostics }
  const { values, origins, diagnostics } = mapKeys(matter, file)
  const checked = articleSchema.safeParse(values, { reportInput: true })
  if (!checked.success) {
    const renamed = { ...matter.yaml, placeOf: placesByOurNames(matter, origins) }
    diagnostics.push(...schemaDiagnostics(checked.error, renamed, file, { unknownKey: 'GZ-C005', badValue: 'GZ-C004' }, articleSchema))
    return { diagnostics }
  }
  const { image, imageAlt, date: writtenDate, title: writtenTitle, url, ...rest } = checked.data
  const place = (key: ArticleKey): KeyPlace => matter.yaml.placeOf([origins.get(key) ?? key])
  const heading = writtenTitle === undefined ? headingOf(matter.body) : undefined
  const title = writtenTitle ?? heading?.text
  if (title === undefined) {
    const hint = 'add `title: …` between two lines of three dashes at the top, or a first heading'
    diagnostics.push(diagnostic('GZ-C003', 'title is missing', { file, line: 1, column: 1, hint }))
  }
  const date = dateOf(writtenDate, slug)
  if (date === null) {
    const hint = 'write it as 2026-11-20 or 2026-11-20T09:00'
    diagnostics.push(diagnostic('GZ-C006', `date ${JSON.stringify(writtenDate)} is not a date`, { file, ...place('date'), hint }))
  } else if (date === undefined) {
    diagnostics.push(diagnostic('GZ-C014', 'the article has no date', { file, line: 1, column: 1, hint: 'add `date: 2026-11-20`, or start the file name with it' }))
  }
  if (title === undefined || date === null) return { diagnostics }
  const body = heading === undefined ? matter.body : matter.body.replace(heading.line, '')
  const article: Article = {
    slug,
    file,
    ...withoutUndefined(rest),
    title: plainTitle(title),
    ...(url === undefined ? {} : { url }),
    ...(date === undefined ? {} : { date }),
    ...(rest.lang === undefined ? {} : { lang: rest.lang.replaceAll('_', '-') }),
    ...(image === undefined ? {} : { image: { src: image, ...(imageAlt === undefined ? {} : { alt: imageAlt }) } }),
    places: Object.fromEntries([...origins.keys()].map((key) => [key, place(key)])),
    body,
    bodyLine: matter.bodyLine,
  }
  return { article, diagnostics }
}

/** An article whose front matter is known already, from the index, with its body. */
export function withBody(head: ArticleHead, text: string): Article {
  const { body, bodyLine } = bodyOf(text)
  const heading = head.places.title === undefined ? headingOf(body) : undefined
  return { ...head, body: heading === undefined ? body : body.replace(heading.line, ''), bodyLine }
}

/** Front matter under our own names, and under which name each value was found. */
function mapKeys(
  matter: FrontMatter,
  file: string,
): { values: Partial<Record<ArticleKey, unknown>>; origins: Map<ArticleKey, string>; diagnostics: Diagnostic[] } {
  const values: Partial<Record<ArticleKey, unknown>> = {}
  const origins = new Map<ArticleKey, string>()
  const known = new Set<string>(articleKeys)
  const diagnostics: Diagnostic[] = []
  for (const key of articleKeys) {
    const names = [key, ...(aliases[key] ?? [])]
    for (const name of names) known.add(name)
    const name = names.find((candidate) => isPresent(matter.data[candidate]))
    if (name === undefined) continue
    const value = simplify(key, matter.data[name], values)
    // A permalink of another system is often a path on its own site: no link that a reader of a mail could follow.
    if (value === undefined || (key === 'url' && name !== 'url' && typeof value === 'string' && !/^https?:/.test(value))) continue
    values[key] = value
    origins.set(key, name)
  }
  for (const key of Object.keys(matter.data)) {
    if (known.has(key)) continue
    const near = suggest(key, [...known])
    diagnostics.push(
      diagnostic('GZ-C005', `${key} is not a key that Gazette uses`, {
        file,
        ...matter.yaml.placeOf([key], 'key'),
        ...(near === undefined ? {} : { hint: `did you mean ${near}?` }),
      }),
    )
  }
  return { values, origins, diagnostics }
}

function isPresent(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

/** Brings the shapes that other systems use for a value into ours. */
function simplify(key: ArticleKey, value: unknown, values: Partial<Record<ArticleKey, unknown>>): unknown {
  if (key === 'author' && Array.isArray(value)) return joinNames(value.map(nameOf).filter((name) => name !== ''))
  if (key === 'author') return nameOf(value) || value
  if (key === 'section' && Array.isArray(value)) return value[0] as unknown
  if (key === 'tags' && typeof value === 'string') return value.split(/[,\s]+/).filter((tag) => tag !== '')
  if (key === 'title' && typeof value === 'number') return String(value)
  if (key === 'image' && isRecord(value)) {
    const alt = value.alt ?? value.caption
    if (typeof alt === 'string') values.imageAlt = alt
    return value.src ?? value.url ?? value.path
  }
  return value
}

function nameOf(author: unknown): string {
  if (typeof author === 'string') return author.trim()
  if (isRecord(author) && typeof author.name === 'string') return author.name.trim()
  return ''
}

/** "A, B, C"; more than three become "A et al.", as bylines do in any language. */
function joinNames(names: readonly string[]): string | undefined {
  return names.length > 3 ? `${names[0] ?? ''} et al.` : names.join(', ') || undefined
}

function placesByOurNames(matter: FrontMatter, origins: ReadonlyMap<string, string>): FrontMatter['yaml']['placeOf'] {
  return ([first = '', ...rest], part) => matter.yaml.placeOf([origins.get(String(first)) ?? first, ...rest], part)
}

function headingOf(body: string): { text: string; line: string } | undefined {
  const beforeCode = body.split(/^[ ]{0,3}(?:```|~~~)/m, 1)[0] ?? ''
  const match = /^[ ]{0,3}#[ \t]+(.+?)[ \t#]*$/m.exec(beforeCode)
  return match?.[1] === undefined ? undefined : { text: match[1], line: match[0] }
}

/** Titles are plain text: the inline tags that some systems keep in them are dropped, all else stays literal. */
function plainTitle(title: string): string {
  return title
    .replace(/<\/?(?:em|strong|b|i|u|code|sup|sub|span|small|br)\b[^>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The date of the front matter, else the one that starts the file's name; null when it is written but makes no sense. */
function dateOf(written: string | undefined, slug: string): string | null | undefined {
  if (written !== undefined) return normaliseDate(written) ?? null
  const named = /^\d{4}-\d{2}-\d{2}(?=$|[-_])/.exec(slug)?.[0]
  return named === undefined ? undefined : normaliseDate(named)
}
