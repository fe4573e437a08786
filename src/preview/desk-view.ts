import { blurbSource, homeOf, type OpenDesk, storiesOf } from '../app/desk/open.ts'
import { diffOf, type Journal } from '../app/desk/journal.io.ts'
import { noFile, readSource } from '../app/desk/source.io.ts'
import { unusedArticles } from '../app/desk/tray.ts'
import { countWords } from '../lib/words.ts'
import type { ArticleHead } from '../model/article.ts'
import type { Story } from '../model/issue.ts'
import type { Desk, DeskStory, TrayRow } from './protocol-desk.ts'

/** Articles that the tray offers. */
const offered = 200

/** The desk of an issue as the page shows it. */
export async function deskView(root: string, desk: OpenDesk, journal: Journal): Promise<Desk> {
  const { issueFile, issue, selection } = desk
  const stories = storiesOf(issue)
  const unused = unusedArticles(desk)
  const files = [issueFile.file, ...selection.sections.flatMap(({ articles }) => articles.map(({ file }) => file))]
  const seen = await Promise.all(files.map(async (file) => [file, await hashSeen(root, file)] as const))
  const sections = desk.sections.map((name) => {
    const articles = selection.sections.find((section) => section.name === name)?.articles ?? []
    return { name, stories: articles.flatMap((article) => storyOf(article, stories.get(article.slug), desk)) }
  })
  return {
    slug: issueFile.slug,
    file: issueFile.file,
    exists: seen[0]?.[1] !== noFile,
    choice: issueFile.articles?.kind ?? 'automatic',
    subject: { written: issueFile.subject ?? '', shown: issue.subject },
    preheader: { written: issueFile.preheader ?? '', shown: issue.preheader },
    sections,
    tray: unused.slice(0, offered).map((article) => trayRow(article, desk)),
    moreInTray: Math.max(0, unused.length - offered),
    seen: Object.fromEntries(seen),
    history: {
      done: journal.done.map(({ label }) => label),
      undone: journal.undone.map(({ label }) => label),
      diff: journal.done.slice(-1).flatMap((step) => diffOf(step)),
    },
  }
}

/** A file that cannot be edited has no hash that an edit could match; trying to says why. */
async function hashSeen(root: string, file: string): Promise<string> {
  try {
    return (await readSource(root, file))?.hash ?? noFile
  } catch {
    return 'unreadable'
  }
}

function storyOf(article: ArticleHead, story: Story | undefined, { issue, newsletter }: OpenDesk): DeskStory[] {
  if (story === undefined) return []
  const lead = issue.lead?.slug === article.slug
  const { words, leadWords } = newsletter.blurbs
  return [
    {
      slug: article.slug,
      title: article.title,
      file: article.file,
      lead,
      featured: article.featured,
      sponsored: article.sponsored,
      blurb: {
        text: story.blurb.text,
        source: blurbSource(story),
        words: countWords(story.blurb.text, story.lang ?? issue.lang),
        budget: lead ? leadWords : words,
        method: story.origin.method,
      },
    },
  ]
}

function trayRow(article: ArticleHead, desk: OpenDesk): TrayRow {
  const { slug, title, date = '', source } = article
  return { slug, title, date, section: homeOf(article, desk), ...(source === undefined ? {} : { source }) }
}
