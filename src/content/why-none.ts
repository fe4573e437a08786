import { localDay } from '../lib/calendar.ts'
import { compareText } from '../lib/compare.ts'
import type { ArticleHead } from '../model/article.ts'
import type { IssueFile } from '../model/issue.ts'

export interface EarlierIssues {
  /** The earlier issue that uses an article, by the article's slug. */
  usedBy: ReadonlyMap<string, string>
  /** Day of the issue before this one; empty when this is the first. */
  since: string
  timezone: string
}

/** How many articles are spoken of one by one. */
const named = 3

/**
 * Why an issue that leaves `articles` out takes none of those there are, for the hint of a diagnostic: of the articles
 * that came nearest, those without a date and the latest, what kept each out, and what to do.
 */
export function whyNone(issue: IssueFile, articles: readonly ArticleHead[], earlier: EarlierIssues): string {
  if (articles.length === 0) return 'put articles into content/articles, or bring some in with gazette add'
  const nearest = articles.toSorted((a, b) => compareText(b.date ?? '9', a.date ?? '9') || compareText(a.slug, b.slug))
  const reasons = nearest.slice(0, named).map((article) => `${article.slug} ${reason(article, issue, earlier)}`)
  const more = articles.length - reasons.length
  return [...reasons, ...(more > 0 ? [`${String(more)} more`] : []), 'name those you want under `articles`'].join('; ')
}

function reason(article: ArticleHead, issue: IssueFile, { usedBy, since, timezone }: EarlierIssues): string {
  const user = usedBy.get(article.slug)
  if (user !== undefined) return `is in ${user}`
  if (article.draft) return 'is a draft'
  if (article.date === undefined) return 'has no date'
  const day = localDay(article.date, timezone)
  if (day > localDay(issue.date, timezone)) return `is dated ${day}, after this issue`
  return `is dated ${day}, not after the issue of ${since}`
}
