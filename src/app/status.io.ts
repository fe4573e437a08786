import { requireNewsletter } from '../config/load.io.ts'
import { select } from '../content/select.ts'
import type { Newsletter } from '../config/newsletter.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { senderOf } from '../deliver/ledger/lock.io.ts'
import { localDay } from '../lib/calendar.ts'
import type { IssueFile } from '../model/issue.ts'
import { allSends, builtStories, isUnfinished, issueState, type IssueState } from './issue-state.io.ts'
import { stateFolder } from './ledger.io.ts'
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
  /** Slugs of articles no later than the latest issue that it could have taken and does not have. */
  missed: string[]
  /** Sends that are under way, were stopped, or ended in doubt, of any issue. */
  unfinished: UnfinishedSend[]
  /** The list that an issue was sent to last. */
  list?: string
  diagnostics: Diagnostic[]
}

interface UnfinishedSend extends IssueProgress {
  /** The process that is sending it, in words. */
  sender?: string
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
  const stories = newest?.selection.sections.flatMap((section) => section.articles) ?? []
  const latest = newest === undefined ? undefined : await describe(root, newest.issue, stories, sends)
  const missed = newest === undefined ? [] : missedArticles(content, used, newest.issue.date, newsletter.timezone)
  const late = latest?.state === 'sent' || latest?.state === 'sending' ? await addedSince(root, latest.slug, stories) : []
  const list = sends.toSorted((a, b) => (a.begun < b.begun ? 1 : -1))[0]?.list
  return {
    newsletter,
    articles: content.articles.length,
    issues: content.issues.length,
    ...(latest === undefined ? {} : { latest }),
    unused,
    missed: [...late, ...missed].toSorted(),
    unfinished: sends.filter(isUnfinished).map((send) => withSender(root, send, now)),
    ...(list === undefined ? {} : { list }),
    diagnostics: content.diagnostics,
  }
}

function withSender(root: string, send: IssueProgress, now: Date): UnfinishedSend {
  const sender = senderOf(stateFolder(root), send.issue, now)
  return sender === undefined ? send : { ...send, sender }
}

/**
 * Articles that no issue has, dated after the issue before the latest and no later than that. An issue that leaves
 * `articles` out takes only what is newer than the one before it, so it will never have them.
 */
function missedArticles({ articles, issues }: Awaited<ReturnType<typeof loadContent>>, used: ReadonlySet<string>, latest: string, timezone: string): string[] {
  const day = (date: string): string => localDay(date, timezone)
  const since = issues.map((issue) => day(issue.date)).filter((date) => date < day(latest)).toSorted().at(-1) ?? ''
  return articles
    .filter(({ slug, draft, date }) => date !== undefined && !draft && !used.has(slug) && day(date) > since && day(date) <= day(latest))
    .map(({ slug }) => slug)
}

/** Articles that an issue would take if it were built again, and did not have when it was sent. */
async function addedSince(root: string, issue: string, stories: readonly { slug: string }[]): Promise<string[]> {
  const sent = await builtStories(root, issue)
  return sent === undefined ? [] : stories.map(({ slug }) => slug).filter((slug) => !sent.includes(slug))
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
