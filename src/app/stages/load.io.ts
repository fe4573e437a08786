import { join } from 'node:path'
import type { Newsletter } from '../../config/newsletter.ts'
import { indexArticles, type IndexedArticle } from '../../content/article-index.io.ts'
import { listMarkdown, type MarkdownFile } from '../../content/folder.io.ts'
import { parseIssueFile } from '../../content/issue-file.ts'
import { readContent } from '../../content/text-file.io.ts'
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { compareText } from '../../lib/compare.ts'
import { dayOf, isoWeekOf } from '../../lib/calendar.ts'
import { suggestion } from '../../lib/suggest.ts'
import type { ArticleHead } from '../../model/article.ts'
import type { IssueFile } from '../../model/issue.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import type { StageResult } from '../pipeline.ts'

const draftLength = 12

/** Everything that the content folder says. */
export interface LoadedContent extends LoadedArticles {
  issues: IssueFile[]
  /** Issue files that could not be read. */
  broken: MarkdownFile[]
}

/**
 * Reads the front matter of every article and every issue file.
 *
 * @param timezone in which an issue without a date is dated today
 */
export async function loadContent(root: string, timezone: string, now: Date): Promise<LoadedContent> {
  const found = await loadArticles(root)
  const { issues, broken, diagnostics } = await loadIssues(root, dayOf(now, timezone))
  return {
    ...found,
    issues,
    broken,
    diagnostics: [...found.diagnostics, ...diagnostics.filter(isError)],
    warnings: [...found.warnings, ...diagnostics.filter((finding) => !isError(finding))],
  }
}

/**
 * Reads the content and settles which issue is meant.
 *
 * @throws UsageError when the issue asked for does not exist
 */
export async function load(context: BuildContext): Promise<StageResult<BuildState>> {
  const { timezone } = context.newsletter
  const { articles, unreadable, issues, broken, diagnostics, warnings } = await loadContent(context.root, timezone, context.now)
  const issueFile = chooseIssue(context.issue, issues, broken, dayOf(context.now, timezone))
  if (issueFile === undefined) return { diagnostics }
  const drafted = issues.length === 0
  const loaded = { unreadable, warnings, issues: drafted ? [issueFile] : issues, issueFile }
  return {
    // Without a single article there is nothing to choose from, and that has been said.
    state: articles.length === 0 ? loaded : { ...loaded, articles },
    diagnostics: [
      ...relevant(diagnostics, issueFile),
      ...unknownSections(articles, context.newsletter),
      ...warnings.filter((finding) => finding.file === issueFile.file),
      ...(drafted ? [draftNotice(issueFile)] : []),
    ],
  }
}

interface LoadedArticles {
  articles: ArticleHead[]
  unreadable: Set<string>
  /** What keeps an article from being read. */
  diagnostics: Diagnostic[]
  /** What is odd about one that could be read; of interest only when an issue uses it. */
  warnings: Diagnostic[]
}

async function loadArticles(root: string): Promise<LoadedArticles> {
  const files = await listMarkdown(root, 'content/articles')
  if (files === undefined || files.length === 0) {
    const what = files === undefined ? 'there is no folder content/articles' : 'content/articles holds no .md file'
    const hint = 'put articles there as Markdown files with front matter'
    return { articles: [], unreadable: new Set(), warnings: [], diagnostics: [diagnostic('GZ-C012', what, { hint })] }
  }
  const indexed = await indexArticles(files, join(root, '.gazette/articles.json'))
  const findings = indexed.flatMap((entry) => entry.diagnostics)
  const articles = indexed.flatMap((entry: IndexedArticle) => entry.head ?? [])
  const readable = new Set(articles.map((article) => article.slug))
  const unreadable = new Set(files.map((file) => file.slug).filter((slug) => !readable.has(slug)))
  return {
    articles,
    unreadable,
    diagnostics: [...findings.filter(isError), ...duplicateSlugs(files)],
    warnings: findings.filter((finding) => !isError(finding)),
  }
}

function isError(finding: Diagnostic): boolean {
  return finding.severity === 'error'
}

function duplicateSlugs(files: readonly MarkdownFile[]): Diagnostic[] {
  const seen = new Map<string, MarkdownFile>()
  return files.flatMap((file) => {
    const key = file.slug.toLowerCase()
    const first = seen.get(key)
    if (first !== undefined) {
      return [diagnostic('GZ-C007', `${file.slug} is also the slug of ${first.file}`, { file: file.file, line: 1, column: 1, hint: 'rename one of the two' })]
    }
    seen.set(key, file)
    return []
  })
}

async function loadIssues(root: string, today: string): Promise<{ issues: IssueFile[]; broken: MarkdownFile[]; diagnostics: Diagnostic[] }> {
  const files = (await listMarkdown(root, 'content/issues')) ?? []
  const issues: IssueFile[] = []
  const broken: MarkdownFile[] = []
  const diagnostics = duplicateSlugs(files)
  for (const file of files) {
    const content = await readContent(file.path, file.file)
    const parsed = 'problem' in content ? { diagnostics: [content.problem] } : parseIssueFile(content.text, file.file, file.slug, today)
    diagnostics.push(...parsed.diagnostics)
    if ('issueFile' in parsed) issues.push(parsed.issueFile)
    else broken.push(file)
  }
  return { issues, broken, diagnostics }
}

/** The issue asked for, else the newest by date; a draft when there is none at all. */
function chooseIssue(wanted: string | undefined, issues: readonly IssueFile[], broken: readonly MarkdownFile[], today: string): IssueFile | undefined {
  if (wanted !== undefined) {
    const slug = slugOf(wanted)
    const issue = issues.find((candidate) => candidate.slug === slug)
    if (issue !== undefined) return issue
    if (broken.some((file) => file.slug === slug)) return undefined
    const slugs = [...issues, ...broken].map((candidate) => candidate.slug)
    const hint = suggestion(slug, slugs) ?? 'give the name of a file in content/issues without .md'
    throw new UsageError([diagnostic('GZ-U003', `there is no issue ${slug}`, { hint })])
  }
  if (issues.length === 0 && broken.length === 0) return draft(today)
  return issues.toSorted((a, b) => compareText(b.date, a.date) || compareText(b.slug, a.slug))[0]
}

function draft(today: string): IssueFile {
  const slug = isoWeekOf(today)
  return {
    slug,
    file: `content/issues/${slug}.md`,
    date: today,
    articles: { kind: 'query', until: today, limit: draftLength },
    intro: '',
    introLine: 1,
    places: {},
  }
}

function draftNotice(issue: IssueFile): Diagnostic {
  return diagnostic('GZ-C018', `there is no issue yet: ${issue.slug} is a draft of the ${draftLength} newest articles`, {
    hint: `write ${issue.file} to choose them yourself`,
  })
}

/**
 * What to say of broken articles. One that the issue does not name cannot hurt it, so a list hears only of its own;
 * a query might have wanted any of them.
 */
function relevant(findings: readonly Diagnostic[], { articles: choice }: IssueFile): readonly Diagnostic[] {
  if (choice?.kind !== 'list') return findings
  const named = new Set(choice.entries.map((entry) => entry.slug))
  const isArticle = (file: string): boolean => file.startsWith('content/articles/')
  return findings.filter(({ file }) => file === undefined || !isArticle(file) || named.has(slugOf(file)))
}

/** The slug in a path such as `content/articles/2026-11-20-cranes.md`. */
function slugOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.(md|markdown)$/i, '')
}

function unknownSections(articles: readonly ArticleHead[], newsletter: Newsletter): Diagnostic[] {
  const names = sectionSettings(newsletter).map((section) => section.name)
  if (names.length === 0) return []
  return articles.flatMap((article) => {
    if (article.section === undefined || names.includes(article.section)) return []
    const hint = suggestion(article.section, names)
    return [
      diagnostic('GZ-C008', `there is no section ${article.section} in newsletter.yaml`, {
        file: article.file,
        ...article.places.section,
        ...(hint === undefined ? {} : { hint }),
      }),
    ]
  })
}

/** The sections of newsletter.yaml, in whichever of its two forms. */
export function sectionSettings(newsletter: Newsletter): { name: string; limit?: number; intro?: string }[] {
  return newsletter.sections.map((section) => {
    if (typeof section === 'string') return { name: section }
    const { name, limit, intro } = section
    return { name, ...(limit === undefined ? {} : { limit }), ...(intro === undefined ? {} : { intro }) }
  })
}
