import { escapeMarkdown } from '../../ingest/markdown/escape.ts'
import { countWords } from '../../lib/words.ts'
import type { Newsletter } from '../../config/newsletter.ts'
import type { PreparedArticle } from '../../content/compose.ts'
import { renderInline } from '../../content/markdown.ts'
import type { Selection } from '../../content/select.ts'
import type { ArticleHead } from '../../model/article.ts'
import type { Issue, IssueFile, Story } from '../../model/issue.ts'
import { build, type BuildRequest } from '../build.ts'
import { sectionSettings } from '../stages/load.io.ts'
import { Refusal } from './refusal.ts'

/** An issue as an editor arranges it: read and composed, but not rendered. */
export interface OpenDesk {
  newsletter: Newsletter
  issueFile: IssueFile
  issue: Issue
  selection: Selection
  prepared: ReadonlyMap<string, PreparedArticle>
  articles: readonly ArticleHead[]
  issues: readonly IssueFile[]
  /** Every section a story can be put into, in order; one without a name for a newsletter that has none. */
  sections: string[]
}

/**
 * Reads an issue as its files are now.
 *
 * @throws {Refusal} when there is no issue that could be edited
 */
export async function openDesk(request: Pick<BuildRequest, 'root' | 'issue' | 'now' | 'random' | 'memory'>): Promise<OpenDesk> {
  const { state, newsletter, diagnostics } = await build({ ...request, until: 'compose' })
  const { issueFile, issue, articles = [], issues = [], prepared = new Map<string, PreparedArticle>() } = state
  if (issueFile === undefined) throw new Refusal('impossible', diagnostics[0]?.message ?? 'There is no issue to edit.')
  const selection = state.selection ?? { sections: [] }
  return {
    newsletter,
    issueFile,
    issue: issue ?? emptyIssue(issueFile, newsletter),
    selection,
    prepared,
    articles,
    issues,
    sections: sectionNames(newsletter, selection),
  }
}

/** An issue that has no story yet, and so was not composed. */
function emptyIssue(file: IssueFile, newsletter: Newsletter): Issue {
  const { slug, date, subject = '', preheader = '', lang = newsletter.lang, template = newsletter.template } = file
  return { slug, date, subject, preheader, lang, template, dir: 'ltr', intro: { html: '', text: '' }, sections: [] }
}

function sectionNames(newsletter: Newsletter, selection: Selection): string[] {
  const own = sectionSettings(newsletter).map(({ name }) => name)
  return own.length > 0 ? own : [...new Set([...selection.sections.map(({ name }) => name), ''])]
}

/** Every story of an issue by slug, the lead among them. */
export function storiesOf(issue: Issue): Map<string, Story> {
  const all = [...(issue.lead === undefined ? [] : [issue.lead]), ...issue.sections.flatMap(({ stories }) => stories)]
  return new Map(all.map((story) => [story.slug, story]))
}

/** Section of an article when an issue says nothing about it. */
export function homeOf(article: ArticleHead, { newsletter, sections }: Pick<OpenDesk, 'newsletter' | 'sections'>): string {
  return (newsletter.sections.length === 0 ? undefined : article.section) ?? sections.at(-1) ?? ''
}

/** A blurb as it would be written into an article, so that editing it begins with what readers see now. */
export function blurbSource({ origin, blurb }: Story): string {
  return origin.method === 'editor' || origin.method === 'description' ? origin.text : escapeMarkdown(blurb.text)
}

/** What a blurb written in Markdown will read as, and its words as the budget counts them. */
export function measureBlurb(source: string, lang: string): { text: string; words: number } {
  const { text } = renderInline(source)
  return { text, words: countWords(text, lang) }
}
