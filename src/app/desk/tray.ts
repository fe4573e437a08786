import { select } from '../../content/select.ts'
import { localDay } from '../../lib/calendar.ts'
import { compareText } from '../../lib/compare.ts'
import type { ArticleHead } from '../../model/article.ts'
import type { IssueFile } from '../../model/issue.ts'
import { sectionSettings } from '../stages/load.io.ts'
import type { OpenDesk } from './open.ts'

/** Articles that no issue uses and that are no drafts, the newest first. */
export function unusedArticles(desk: OpenDesk): ArticleHead[] {
  const { articles, issues, selection, newsletter } = desk
  const day = (date: string): string => localDay(date, newsletter.timezone)
  const others = issues.filter(({ slug }) => slug !== desk.issueFile.slug)
  const used = new Set(selection.sections.flatMap((section) => section.articles.map(({ slug }) => slug)))
  for (const issue of others) for (const slug of namedBy(issue, desk)) used.add(slug)
  const spans = automaticSpans(issues, desk.issueFile.slug, day)
  return articles
    .filter(({ slug, draft }) => !draft && !used.has(slug))
    .filter(({ date }) => date === undefined || !spans.some(({ after, until }) => day(date) > after && day(date) <= until))
    .toSorted((a, b) => compareText(b.date ?? '', a.date ?? '') || compareText(a.slug, b.slug))
}

/** Slugs that an issue takes by naming or by asking for them. */
function namedBy(issue: IssueFile, { articles, issues, newsletter }: OpenDesk): string[] {
  if (issue.articles === undefined) return []
  if (issue.articles.kind === 'list') return issue.articles.entries.map(({ slug }) => slug)
  const input = { articles, issues, unreadable: new Set<string>(), sections: sectionSettings(newsletter), timezone: newsletter.timezone }
  return select(issue, input).selection.sections.flatMap((section) => section.articles.map(({ slug }) => slug))
}

/** Days whose articles went into an issue that leaves `articles` out: after the issue before it, until its own day. */
function automaticSpans(issues: readonly IssueFile[], own: string, day: (date: string) => string): { after: string; until: string }[] {
  const ordered = issues.toSorted((a, b) => compareText(day(a.date), day(b.date)) || compareText(a.slug, b.slug))
  return ordered.flatMap((issue, index) => {
    if (issue.articles !== undefined || issue.slug === own) return []
    const before = ordered[index - 1]
    return [{ after: before === undefined ? '' : day(before.date), until: day(issue.date) }]
  })
}
