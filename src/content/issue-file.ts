import { z } from 'zod'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { schemaDiagnostics } from '../diagnostics/schema.ts'
import { dayOfIsoWeek, normaliseDate } from '../lib/calendar.ts'
import { isRecord, withoutUndefined } from '../lib/records.ts'
import type { KeyPlace } from '../model/article.ts'
import type { ArticleChoice, ArticleEntry, IssueFile } from '../model/issue.ts'
import { type FrontMatter, parseFrontMatter } from './front-matter.ts'

const text = z.string().trim().min(1)
const date = text.refine((value) => normaliseDate(value) !== undefined, { error: 'must be a date such as 2026-11-20' })

/** The form of `articles` that looks for articles by day and section. */
export const querySchema = z.strictObject({
  since: date.optional().describe('First day of the articles.'),
  until: date.optional().describe('Last day of the articles.'),
  sections: z.array(text).optional().describe('Only articles of these sections.'),
  limit: z.int().positive().optional().describe('At most so many articles.'),
})

/** Front matter of an issue. `articles` is read apart, because its three forms need places of their own. */
export const issueSchema = z.strictObject({
  number: z.int().nonnegative().optional().describe('Number of the issue.'),
  date: text.optional().describe("Day of the issue, such as 2026-11-26. Left out, the day or the Thursday of the week in the file's name."),
  subject: text.optional().describe('Subject of the message. Left out, it is made from the top stories.'),
  preheader: text.optional().describe('The line that an inbox shows after the subject. Left out, it is made from the top stories.'),
  template: text.optional().describe('Template of this issue, when it is not that of the newsletter.'),
  lang: z
    .string()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, { error: 'must be a language tag such as en or pt-BR' })
    .optional()
    .describe('Language of this issue, when it is not that of the newsletter.'),
  articles: z
    .unknown()
    .optional()
    .describe('A list of slugs, slugs under section names, or a query. Left out, every article that is newer than the previous issue and was not used before.'),
})

const queryKeys = Object.keys(querySchema.shape)
const codes = { unknownKey: 'GZ-C016', badValue: 'GZ-C004' } as const

/** An issue file, or the reasons why there is none. */
export interface ParsedIssueFile {
  issueFile?: IssueFile
  diagnostics: Diagnostic[]
}

/**
 * Reads one issue file.
 *
 * @param source the file, decoded
 * @param file path relative to the newsletter folder
 * @param slug its name without `.md`
 * @param today ISO day used when neither the front matter nor the name says one
 */
export function parseIssueFile(source: string, file: string, slug: string, today: string): ParsedIssueFile {
  const matter = parseFrontMatter(source, file)
  const diagnostics = [...matter.diagnostics]
  if (diagnostics.length > 0) return { diagnostics }
  const data = Object.fromEntries(Object.entries(matter.data).filter(([, value]) => value !== null))
  const checked = issueSchema.safeParse(data, { reportInput: true })
  if (!checked.success) {
    diagnostics.push(...schemaDiagnostics(checked.error, matter.yaml, file, codes, issueSchema))
    return { diagnostics }
  }
  const { articles, date: written, ...rest } = checked.data
  const day = dateOf(written, slug)
  if (day === null) {
    const place = matter.yaml.placeOf(['date'])
    const hint = 'write it as 2026-11-20'
    diagnostics.push(diagnostic('GZ-C006', `date ${JSON.stringify(written)} is not a date`, { file, ...place, hint }))
    return { diagnostics }
  }
  if (day === undefined) {
    const hint = `add \`date: ${today}\``
    diagnostics.push(diagnostic('GZ-C017', `the issue has no date and is dated today, ${today}`, { file, line: 1, column: 1, hint }))
  }
  const choice = articles === undefined ? undefined : readChoice(articles, matter, file, diagnostics)
  const places = Object.keys(data).map((key): [string, KeyPlace] => [key, matter.yaml.placeOf([key])])
  const issueFile: IssueFile = {
    slug,
    file,
    ...withoutUndefined(rest),
    date: day ?? today,
    ...(choice === undefined ? {} : { articles: choice }),
    intro: matter.body,
    introLine: matter.bodyLine,
    places: Object.fromEntries(places),
  }
  return { issueFile, diagnostics }
}

/**
 * The date of the front matter, else of the file's name: a day, or the Thursday of an ISO week such as `2026-w48`.
 * Null when it is written but makes no sense.
 */
function dateOf(written: string | undefined, slug: string): string | null | undefined {
  if (written !== undefined) return normaliseDate(written) ?? null
  const day = /^\d{4}-\d{2}-\d{2}(?=$|[-_])/.exec(slug)?.[0]
  if (day !== undefined) return normaliseDate(day)
  const week = /^(\d{4})-?w(\d{2})(?=$|[-_])/i.exec(slug)
  return week === null ? undefined : dayOfIsoWeek(Number(week[1]), Number(week[2]), 4)
}

function readChoice(
  articles: unknown,
  matter: FrontMatter,
  file: string,
  diagnostics: Diagnostic[],
): ArticleChoice | undefined {
  if (Array.isArray(articles)) return { kind: 'list', entries: readList(articles, ['articles'], undefined, matter, file, diagnostics) }
  if (!isRecord(articles)) {
    const place = matter.yaml.placeOf(['articles'])
    const hint = 'list slugs, or give since, until, sections or limit'
    diagnostics.push(diagnostic('GZ-C004', 'articles must be a list or a query', { file, ...place, hint }))
    return undefined
  }
  const keys = Object.keys(articles)
  const underSections = keys.some((key) => !queryKeys.includes(key) && Array.isArray(articles[key]))
  if (underSections) {
    const entries = keys.flatMap((section) =>
      readList(articles[section], ['articles', section], section, matter, file, diagnostics),
    )
    return { kind: 'list', entries }
  }
  const checked = querySchema.safeParse(articles, { reportInput: true })
  if (!checked.success) {
    const yaml = { ...matter.yaml, placeOf: (path: readonly PropertyKey[], part?: 'key' | 'value') => matter.yaml.placeOf(['articles', ...path], part) }
    diagnostics.push(...schemaDiagnostics(checked.error, yaml, file, codes, querySchema))
    return undefined
  }
  return { kind: 'query', ...withoutUndefined(checked.data) }
}

function readList(
  list: unknown,
  path: readonly PropertyKey[],
  section: string | undefined,
  matter: FrontMatter,
  file: string,
  diagnostics: Diagnostic[],
): ArticleEntry[] {
  const items: unknown[] = Array.isArray(list) ? list : [list]
  return items.flatMap((item, index) => {
    const at = Array.isArray(list) ? [...path, index] : path
    if (typeof item === 'string' || typeof item === 'number') {
      const slug = String(item).trim().replace(/\.(md|markdown)$/i, '')
      return [{ slug, ...(section === undefined ? {} : { section }), place: matter.yaml.placeOf(at) }]
    }
    if (isRecord(item) && section === undefined) {
      return Object.keys(item).flatMap((name) => readList(item[name], [...at, name], name, matter, file, diagnostics))
    }
    const hint = 'an entry is the name of a file in content/articles without .md'
    diagnostics.push(diagnostic('GZ-C004', 'an entry of articles must be a slug', { file, ...matter.yaml.placeOf(at), hint }))
    return []
  })
}
