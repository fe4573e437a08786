import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Newsletter } from '../config/newsletter.ts'
import { compareText } from '../lib/compare.ts'
import type { ArticleHead } from '../model/article.ts'
import type { IssueFile } from '../model/issue.ts'
import { loadContent } from './stages/load.io.ts'

/** An issue as a list shows it, without building it. */
export interface ListedIssue {
  issue: IssueFile
  /** What its last build said, when nothing it reads from has changed since: its own file and newsletter.yaml. */
  built?: { subject: string; bytes: number; errors: number }
  /** It went to everybody on its list. */
  sent: boolean
}

/** Everything of a newsletter that is known without building. */
export interface Shelf {
  /** The newest first. */
  issues: ListedIssue[]
  /** Slugs of issue files that could not be read. */
  broken: string[]
  articles: ArticleHead[]
}

const reportSchema = z.object({
  issue: z.object({ subject: z.string() }),
  size: z.object({ html: z.number() }),
  diagnostics: z.array(z.object({ severity: z.string() })),
})

/**
 * Lists the issues of a newsletter, the newest first.
 *
 * @param root the newsletter folder, absolute
 */
export async function listIssues(root: string, newsletter: Newsletter, now: Date): Promise<Shelf> {
  const content = await loadContent(root, newsletter.timezone, now)
  const issues = content.issues.toSorted((a, b) => compareText(b.date, a.date) || compareText(b.slug, a.slug))
  const sent = await sentIssues(root)
  const listed = await Promise.all(
    issues.map(async (issue): Promise<ListedIssue> => {
      const built = await lastBuild(root, issue)
      return { issue, sent: sent.has(issue.slug), ...(built === undefined ? {} : { built }) }
    }),
  )
  return { issues: listed, broken: content.broken.map((file) => file.slug), articles: content.articles }
}

/** Slugs of the issues that the ledger knows as sent. One that cannot be read now, such as during a send, tells nothing. */
async function sentIssues(root: string): Promise<Set<string>> {
  // Most newsletters are looked at without ever having been sent: their preview need not load a database.
  if (!existsSync(join(root, '.gazette/gazette.db'))) return new Set()
  try {
    const { existingLedger } = await import('./ledger.io.ts')
    const ledger = existingLedger(root)
    if (ledger === undefined) return new Set()
    try {
      return new Set((await ledger.issues()).filter(({ completedAt }) => completedAt !== undefined).map(({ slug }) => slug))
    } finally {
      await ledger.close()
    }
  } catch {
    return new Set()
  }
}

async function lastBuild(root: string, issue: IssueFile): Promise<ListedIssue['built']> {
  const path = join(root, 'out', issue.slug, 'report.json')
  try {
    const times = await Promise.all([path, join(root, issue.file), join(root, 'content/newsletter.yaml')].map((file) => stat(file)))
    const [built = 0, ...sources] = times.map((time) => time.mtimeMs)
    if (sources.some((time) => time > built)) return undefined
    const report = reportSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    const errors = report.diagnostics.filter((finding) => finding.severity === 'error').length
    return { subject: report.issue.subject, bytes: report.size.html, errors }
  } catch {
    return undefined
  }
}
