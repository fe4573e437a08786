import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { compareText } from '../lib/compare.ts'
import { localDay } from '../lib/calendar.ts'
import { suggestion } from '../lib/suggest.ts'
import type { ArticleHead } from '../model/article.ts'
import type { ArticleChoice, ArticleEntry, IssueFile } from '../model/issue.ts'
import { whyNone } from './why-none.ts'

export interface SectionSetting {
  name: string
  limit?: number
}

export interface SelectionInput {
  /** Every article whose front matter could be read. */
  articles: readonly ArticleHead[]
  /** Every issue, in any order; the one to select for among them. */
  issues: readonly IssueFile[]
  /** Slugs of articles that exist but could not be read; naming one is not a second mistake. */
  unreadable: ReadonlySet<string>
  sections: readonly SectionSetting[]
  timezone: string
}

/** The articles of an issue by section, in the order in which they are shown. */
export interface Selection {
  sections: { name: string; articles: ArticleHead[] }[]
  /** The article that opens the issue; it is also in its section. */
  lead?: ArticleHead
}

/**
 * Chooses and places the articles of an issue. Depends on nothing but its input: the same content gives the same
 * issue on any day.
 */
export function select(issue: IssueFile, input: SelectionInput): { selection: Selection; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const chosen = choose(issue, input, diagnostics)
  const names = sectionNames(input.sections, chosen)
  const fallback = names.at(-1)
  const sections = names.map((name) => {
    const members = chosen.filter((entry) => sectionOf(entry, input, fallback) === name)
    return { name, articles: members.map((entry) => entry.article) }
  })
  if (issue.articles?.kind !== 'list') limitSections(sections, input, issue, diagnostics)
  const shown = sections.filter((section) => section.articles.length > 0)
  const lead = chooseLead(issue, shown, chosen)
  if (shown.length === 0) diagnostics.push(nothingFound(issue, input))
  return { selection: { sections: shown, ...(lead === undefined ? {} : { lead }) }, diagnostics }
}

/**
 * Names of the newsletter's sections. A newsletter that lists none takes those its issue names, then one without a
 * name for all the rest.
 */
function sectionNames(settings: readonly SectionSetting[], chosen: readonly Chosen[]): string[] {
  if (settings.length > 0) return settings.map((section) => section.name)
  const used = new Set(chosen.flatMap((entry) => entry.section ?? []))
  return [...used, '']
}

/** The issue's word on the section counts first, then the article's; else it is the last one. */
function sectionOf(entry: Chosen, input: SelectionInput, fallback: string | undefined): string | undefined {
  return entry.section ?? (input.sections.length === 0 ? undefined : entry.article.section) ?? fallback
}

interface Chosen {
  article: ArticleHead
  section?: string
}

function choose(issue: IssueFile, input: SelectionInput, diagnostics: Diagnostic[]): Chosen[] {
  const { articles: choice } = issue
  if (choice?.kind === 'list') return named(choice.entries, issue, input, diagnostics)
  const found = choice === undefined ? unusedSinceLast(issue, input) : queried(choice, input)
  return found.map((article) => ({ article }))
}

function named(entries: readonly ArticleEntry[], issue: IssueFile, input: SelectionInput, diagnostics: Diagnostic[]): Chosen[] {
  const bySlug = new Map(input.articles.map((article) => [article.slug, article]))
  const names = input.sections.map((section) => section.name)
  const seen = new Set<string>()
  const misnamed = new Set<string>()
  const chosen: Chosen[] = []
  for (const entry of entries) {
    const at = { file: issue.file, ...entry.place }
    const article = bySlug.get(entry.slug)
    if (seen.has(entry.slug)) {
      diagnostics.push(diagnostic('GZ-S003', `${entry.slug} is named twice`, { ...at, hint: 'remove one of the two' }))
      continue
    }
    seen.add(entry.slug)
    if (entry.section !== undefined && names.length > 0 && !names.includes(entry.section)) {
      if (!misnamed.has(entry.section)) {
        const hint = suggestion(entry.section, names)
        diagnostics.push(
          diagnostic('GZ-S004', `there is no section ${entry.section} in newsletter.yaml`, { ...at, ...(hint === undefined ? {} : { hint }) }),
        )
      }
      misnamed.add(entry.section)
      continue
    }
    if (article === undefined) {
      if (input.unreadable.has(entry.slug)) continue
      const hint = suggestion(entry.slug, [...bySlug.keys()]) ?? 'use the name of a file in content/articles without .md'
      diagnostics.push(diagnostic('GZ-S001', `there is no article ${entry.slug}`, { ...at, hint }))
      continue
    }
    if (article.draft) diagnostics.push(diagnostic('GZ-S005', `${entry.slug} is a draft`, at))
    chosen.push({ article, ...(entry.section === undefined ? {} : { section: entry.section }) })
  }
  return chosen
}

function queried(query: Extract<ArticleChoice, { kind: 'query' }>, input: SelectionInput): ArticleHead[] {
  const day = (date: string): string => localDay(date, input.timezone)
  const fallback = input.sections.at(-1)?.name
  const found = input.articles.filter((article) => {
    if (article.draft || article.date === undefined) return false
    const when = day(article.date)
    if (query.since !== undefined && when < day(query.since)) return false
    if (query.until !== undefined && when > day(query.until)) return false
    return query.sections === undefined || query.sections.includes(article.section ?? fallback ?? '')
  })
  return inOrder(found).slice(0, query.limit)
}

/** Every article newer than the previous issue, up to the day of this one, that no earlier issue used. */
function unusedSinceLast(issue: IssueFile, input: SelectionInput): ArticleHead[] {
  return replayed(issue, input).fresh
}

interface Replayed {
  /** What the issue takes when it leaves `articles` out. */
  fresh: ArticleHead[]
  /** The earlier issue that uses an article, by the article's slug. */
  usedBy: ReadonlyMap<string, string>
  /** Day of the issue before it. */
  since: string
}

/** Goes through the issues from the first to this one: those that leave `articles` out depend on the ones before them. */
function replayed(issue: IssueFile, input: SelectionInput): Replayed {
  const day = (date: string): string => localDay(date, input.timezone)
  const issues = input.issues.toSorted((a, b) => compareText(day(a.date), day(b.date)) || compareText(a.slug, b.slug))
  const before = issues.slice(0, Math.max(0, issues.findIndex((other) => other.slug === issue.slug)))
  const usedBy = new Map<string, string>()
  let previous: IssueFile | undefined
  let since = ''
  let fresh: ArticleHead[] = []
  for (const current of [...before, issue]) {
    if (previous !== undefined) {
      for (const article of fresh) if (!usedBy.has(article.slug)) usedBy.set(article.slug, previous.slug)
      since = day(previous.date)
    }
    const until = day(current.date)
    const found = current.articles === undefined
      ? input.articles.filter((article) => {
          if (article.draft || article.date === undefined || usedBy.has(article.slug)) return false
          const when = day(article.date)
          return when > since && when <= until
        })
      : choose(current, input, []).map((chosen) => chosen.article)
    fresh = inOrder(found)
    previous = current
  }
  return { fresh, usedBy, since }
}

/** Featured first, then the newest, then by slug. */
function inOrder(articles: readonly ArticleHead[]): ArticleHead[] {
  return articles.toSorted(
    (a, b) =>
      Number(b.featured) - Number(a.featured) || compareText(b.date ?? '', a.date ?? '') || compareText(a.slug, b.slug),
  )
}

function limitSections(
  sections: { name: string; articles: ArticleHead[] }[],
  input: SelectionInput,
  issue: IssueFile,
  diagnostics: Diagnostic[],
): void {
  for (const section of sections) {
    const limit = input.sections.find((setting) => setting.name === section.name)?.limit
    if (limit === undefined || section.articles.length <= limit) continue
    const left = section.articles.splice(limit)
    const slugs = left.map((article) => article.slug).join(', ')
    diagnostics.push(
      diagnostic('GZ-S006', `${section.name} takes ${limit} stories; left out: ${slugs}`, { file: issue.file, line: 1, column: 1 }),
    )
  }
}

/** A featured story opens the issue; else the first one that was listed or placed. A sponsor opens it only alone. */
function chooseLead(issue: IssueFile, sections: Selection['sections'], chosen: readonly Chosen[]): ArticleHead | undefined {
  const placed = sections.flatMap((section) => section.articles)
  const kept = new Set(placed)
  const order = issue.articles?.kind === 'list' ? chosen.map((entry) => entry.article).filter((article) => kept.has(article)) : placed
  const editorial = order.filter((article) => !article.sponsored)
  return editorial.find((article) => article.featured) ?? editorial[0] ?? order[0]
}

function nothingFound(issue: IssueFile, input: SelectionInput): Diagnostic {
  const place = issue.places.articles ?? { line: 1, column: 1 }
  const hint = issue.articles === undefined ? whyNone(issue, input.articles, { ...replayed(issue, input), timezone: input.timezone }) : 'widen `articles`'
  return diagnostic('GZ-S002', `no article fits issue ${issue.slug}`, { file: issue.file, ...place, hint })
}
