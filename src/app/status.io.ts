import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { requireNewsletter } from '../config/load.io.ts'
import { select } from '../content/select.ts'
import type { Newsletter } from '../config/newsletter.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { IssueFile } from '../model/issue.ts'
import { loadContent, sectionSettings } from './stages/load.io.ts'

/** Where a newsletter stands. */
export interface Status {
  newsletter: Newsletter
  articles: number
  issues: number
  latest?: LatestIssue
  /** Slugs of articles newer than the latest issue that no issue uses. */
  unused: string[]
  diagnostics: Diagnostic[]
}

interface LatestIssue {
  slug: string
  date: string
  subject?: string
  state: 'not built' | 'built' | 'changed since it was built'
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
  const latest = newest === undefined ? undefined : await describe(root, newest.issue, newest.selection.sections.flatMap((section) => section.articles))
  return {
    newsletter,
    articles: content.articles.length,
    issues: content.issues.length,
    ...(latest === undefined ? {} : { latest }),
    unused,
    diagnostics: content.diagnostics,
  }
}

async function describe(root: string, issue: IssueFile, articles: readonly { file: string }[]): Promise<LatestIssue> {
  const built = await modified(join(root, 'out', issue.slug, 'message.eml'))
  const sources = ['content/newsletter.yaml', issue.file, ...articles.map((article) => article.file)]
  const changed = await Promise.all(sources.map((file) => modified(join(root, file))))
  const state = built === 0 ? 'not built' : Math.max(...changed) > built ? 'changed since it was built' : 'built'
  return {
    slug: issue.slug,
    date: issue.date,
    ...(issue.subject === undefined ? {} : { subject: issue.subject }),
    state,
    stories: articles.length,
  }
}

/** When a file was last changed, in milliseconds; 0 when there is none. */
async function modified(path: string): Promise<number> {
  return stat(path).then(
    (found) => found.mtimeMs,
    () => 0,
  )
}
