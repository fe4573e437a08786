import { requireNewsletter } from '../config/load.io.ts'
import { select } from '../content/select.ts'
import type { Newsletter } from '../config/newsletter.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { IssueFile } from '../model/issue.ts'
import { allSends, isUnfinished, issueState, type IssueState } from './issue-state.io.ts'
import type { IssueProgress } from './send/progress.ts'
import { loadContent, sectionSettings } from './stages/load.io.ts'

/** Where a newsletter stands. */
export interface Status {
  newsletter: Newsletter
  articles: number
  issues: number
  latest?: LatestIssue
  /** Slugs of articles newer than the latest issue that no issue uses. */
  unused: string[]
  /** Sends that are under way, were stopped, or ended in doubt, of any issue. */
  unfinished: IssueProgress[]
  /** The list that an issue was sent to last. */
  list?: string
  diagnostics: Diagnostic[]
}

interface LatestIssue {
  slug: string
  date: string
  subject?: string
  state: IssueState
  stories: number
}

/**
 * Looks at a newsletter folder without changing it.
 *
 * @throws UsageError when newsletter.yaml is not usable
 */
export async function status(root: string, now: Date): Promise<Status> {
  const newsletter = await requireNewsletter(root)
  const content = await loadContent(root, newsletter.timezone, now)
  const selections = content.issues.map((issue) => ({ issue, ...select(issue, { ...content, sections: sectionSettings(newsletter), timezone: newsletter.timezone }) }))
  const used = new Set(selections.flatMap(({ selection }) => selection.sections.flatMap((section) => section.articles.map(({ slug }) => slug))))
  const newest = selections.toSorted((a, b) => (a.issue.date < b.issue.date ? 1 : -1))[0]
  const unused = content.articles
    .filter((article) => !used.has(article.slug) && !article.draft && (newest === undefined || (article.date ?? '') > newest.issue.date))
    .map((article) => article.slug)
  const sends = await allSends(root)
  const latest = newest === undefined ? undefined : await describe(root, newest.issue, newest.selection.sections.flatMap((section) => section.articles), sends)
  const list = sends.toSorted((a, b) => (a.begun < b.begun ? 1 : -1))[0]?.list
  return {
    newsletter,
    articles: content.articles.length,
    issues: content.issues.length,
    ...(latest === undefined ? {} : { latest }),
    unused,
    unfinished: sends.filter(isUnfinished),
    ...(list === undefined ? {} : { list }),
    diagnostics: content.diagnostics,
  }
}

async function describe(root: string, issue: IssueFile, articles: readonly { file: string }[], sends: readonly IssueProgress[]): Promise<LatestIssue> {
  const sources = ['content/newsletter.yaml', issue.file, ...articles.map((article) => article.file)]
  return {
    slug: issue.slug,
    date: issue.date,
    ...(issue.subject === undefined ? {} : { subject: issue.subject }),
    state: await issueState(root, issue.slug, sources, sends),
    stories: articles.length,
  }
}
