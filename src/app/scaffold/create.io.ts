import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { requireNewsletter } from '../../config/load.io.ts'
import { select } from '../../content/select.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { dayOf, normaliseDate } from '../../lib/calendar.ts'
import { slugOf } from '../../lib/slug.ts'
import { suggestion } from '../../lib/suggest.ts'
import { modeline, schemaFolder, type SchemaName } from '../editor-schemas.ts'
import { loadContent, sectionSettings } from '../stages/load.io.ts'
import { createFile } from './create-file.io.ts'
import { markdownFile } from './front-matter.ts'
import { nextIssue, type NextIssue, type NextIssueWishes } from './next-issue.ts'

export interface ArticleWishes {
  title: string
  /** As it was typed; left out, today. */
  date?: string
  section?: string
  url?: string
  author?: string
  slug?: string
}

/**
 * Makes the file of a new article, ready to be written in.
 *
 * @returns its path, relative to the newsletter folder, and the issue that takes it as things stand
 * @throws UsageError when a wish cannot be met or the file is there already
 */
export async function newArticle(root: string, wishes: ArticleWishes, now: Date): Promise<{ file: string; slug: string; issue?: string }> {
  const newsletter = await requireNewsletter(root)
  const names = newsletter.sections.map((section) => (typeof section === 'string' ? section : section.name))
  const { title, section, url, author } = wishes
  if (section !== undefined && names.length > 0 && !names.includes(section)) {
    const hint = suggestion(section, names)
    throw unusable(`there is no section ${section} in newsletter.yaml`, hint)
  }
  if (url !== undefined && !/^https?:\/\/[^\s/]/i.test(url)) throw unusable(`--url must start with http:// or https://, got ${url}`)
  const date = dayIn(wishes.date, dayOf(now, newsletter.timezone))
  const stem = wishes.slug ?? slugOf(title)
  if (slugOf(stem) === '') throw unusable(`no file name can be made of ${JSON.stringify(title)}`, 'give one with --slug')
  const slug = wishes.slug === undefined ? `${date.slice(0, 10)}-${stem}` : safeName(stem)
  const file = `content/articles/${slug}.md`
  const others = names.join(', ')
  const comments = [
    ...(await modelineIf(root, 'article')),
    ...(section === undefined && names.length > 1 ? [`section: one of ${others}. Left out, ${names.at(-1) ?? ''}.`] : []),
  ]
  await createOrRefuse(root, file, markdownFile(comments, { title, date, author, url, section }, ''))
  const content = await loadContent(root, newsletter.timezone, now)
  const input = { ...content, sections: sectionSettings(newsletter), timezone: newsletter.timezone }
  const taker = content.issues.find((issue) => select(issue, input).selection.sections.some(({ articles }) => articles.some((article) => article.slug === slug)))
  return { file, slug, ...(taker === undefined ? {} : { issue: taker.slug }) }
}

export interface NewIssue extends NextIssue {
  file: string
  /** How many articles it takes as things stand. */
  waiting: number
}

/**
 * Makes the file of the next issue. It names no articles, so it takes all that are new.
 *
 * @throws UsageError when a wish cannot be met or there is such an issue already
 */
export async function newIssue(
  root: string,
  wishes: Omit<NextIssueWishes, 'day'> & { subject?: string },
  now: Date,
): Promise<NewIssue> {
  const newsletter = await requireNewsletter(root)
  const { articles, issues } = await loadContent(root, newsletter.timezone, now)
  const { day } = newsletter.schedule
  const today = dayOf(now, newsletter.timezone)
  const { date, number, slug } = wishes
  const next = nextIssue(issues, today, {
    ...(day === undefined ? {} : { day }),
    ...(date === undefined ? {} : { date: dayIn(date, today).slice(0, 10) }),
    ...(number === undefined ? {} : { number }),
    ...(slug === undefined ? {} : { slug: safeName(slug) }),
  })
  const file = `content/issues/${next.slug}.md`
  const comments = [
    ...(await modelineIf(root, 'issue')),
    'What you write below the second line of dashes opens the issue. Subject and preheader are made from the',
    'top stories when they are left out, and every article that is new is taken when none is listed.',
  ]
  await createOrRefuse(root, file, markdownFile(comments, { number: next.number, date: next.date, subject: wishes.subject }, ''))
  const newest = issues.map((issue) => issue.date.slice(0, 10)).toSorted().at(-1) ?? ''
  const waiting = articles.filter((article) => !article.draft && (article.date ?? '') > newest && (article.date ?? '').slice(0, 10) <= next.date)
  return { ...next, file, waiting: waiting.length }
}

function dayIn(typed: string | undefined, today: string): string {
  if (typed === undefined) return today
  const date = normaliseDate(typed)
  if (date === undefined) throw unusable(`--date must be a day such as 2026-11-26, got ${typed}`)
  return date
}

/** A slug is the name of a file in one folder. */
function safeName(slug: string): string {
  const name = slug.replace(/\.md$/i, '')
  if (/[/\\:*?"<>|\s]/.test(name) || /^[._]/.test(name)) throw unusable(`${slug} cannot be the name of a file`, 'use letters, digits and hyphens')
  return name
}

async function createOrRefuse(root: string, file: string, text: string): Promise<void> {
  if (await createFile(join(root, file), text)) return
  throw new UsageError([diagnostic('GZ-U005', 'there is such a file already, and it was left as it is', { file })])
}

/** The comment for editor programs, without its number sign, when the newsletter has the schemas. */
async function modelineIf(root: string, name: SchemaName): Promise<string[]> {
  const present = await stat(join(root, schemaFolder, `${name}.json`)).then(() => true, () => false)
  return present ? [modeline(name, '..')] : []
}

function unusable(message: string, hint?: string): UsageError {
  return new UsageError([diagnostic('GZ-U004', message, hint === undefined ? {} : { hint })])
}
