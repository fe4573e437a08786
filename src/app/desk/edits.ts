import { arrangeIssue, issueOrder } from '../../content/edit-issue.ts'
import { setFrontMatter, setHeading, UneditableError } from '../../content/edit-front-matter.ts'
import { articleKeys } from '../../content/article-schema.ts'
import type { ArticleHead } from '../../model/article.ts'
import type { DeskEdit } from '../../model/desk.ts'
import { homeOf, type OpenDesk } from './open.ts'
import { Refusal } from './refusal.ts'

/** A file's new text. */
export interface Change {
  file: string
  after: string
}

/** What an edit comes to. */
export interface Edited {
  /** A sentence without a stop: what was done. */
  label: string
  changes: Change[]
}

/** Files that an edit reads and may write, relative to the newsletter folder. */
export function filesOf(edit: DeskEdit, desk: OpenDesk): string[] {
  switch (edit.kind) {
    case 'subject':
    case 'preheader':
    case 'place':
    case 'drop':
      return [desk.issueFile.file]
    case 'blurb':
    case 'title':
      return [articleOf(edit.story, desk).file]
    case 'feature':
      return [articleOf(edit.story, desk).file, ...otherFeatured(edit, desk).map(({ file }) => file)]
  }
}

/**
 * Works out what an edit writes.
 *
 * @param sources texts of the files that {@link filesOf} names; one that does not exist is empty
 * @throws {Refusal} when the story is unknown or a file cannot be edited safely
 */
export function applyEdit(edit: DeskEdit, desk: OpenDesk, sources: ReadonlyMap<string, string>): Edited {
  try {
    const edited = write(edit, desk, (file) => sources.get(file) ?? '')
    return { ...edited, changes: edited.changes.filter(({ file, after }) => after !== sources.get(file)) }
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error
    throw new Refusal('impossible', `${filesOf(edit, desk).join(', ')} cannot be edited from here: ${error.message}. Change it in your editor.`)
  }
}

function write(edit: DeskEdit, desk: OpenDesk, source: (file: string) => string): Edited {
  const { file } = desk.issueFile
  switch (edit.kind) {
    case 'subject':
    case 'preheader': {
      const text = oneLine(edit.text)
      const name = edit.kind === 'subject' ? 'Subject' : 'Preheader'
      const after = setFrontMatter(source(file), { [edit.kind]: text === '' ? undefined : text }, issueOrder)
      return { label: text === '' ? `${name} left to Gazette` : `${name} changed`, changes: [{ file, after }] }
    }
    case 'place': {
      const { title } = articleOf(edit.story, desk)
      if (!desk.sections.includes(edit.section)) throw new Refusal('unknown', `There is no section ${edit.section}.`)
      const comesIn = !placedSlugs(desk).includes(edit.story)
      const where = edit.section === '' ? '' : ` ${comesIn ? 'into' : 'to'} ${edit.section}`
      const label = `“${title}” ${comesIn ? 'taken' : 'moved'}${where}, place ${edit.index + 1}`
      return { label, changes: [{ file, after: arranged(desk, source(file), edit.story, edit) }] }
    }
    case 'drop': {
      const { title } = articleOf(edit.story, desk)
      if (!placedSlugs(desk).includes(edit.story)) throw new Refusal('unknown', `“${title}” is not in this issue.`)
      return { label: `“${title}” dropped`, changes: [{ file, after: arranged(desk, source(file), edit.story, undefined) }] }
    }
    case 'blurb': {
      const article = articleOf(edit.story, desk)
      const text = oneLine(edit.text)
      const after = setFrontMatter(source(article.file), { blurb: text === '' ? undefined : text }, articleKeys)
      const label = text === '' ? `Blurb of “${article.title}” left to Gazette` : `Blurb of “${article.title}” changed`
      return { label, changes: [{ file: article.file, after }] }
    }
    case 'title':
      return retitled(articleOf(edit.story, desk), oneLine(edit.text), source)
    case 'feature': {
      const article = articleOf(edit.story, desk)
      const set = ({ file: name }: ArticleHead, featured: true | undefined): Change => ({ file: name, after: setFrontMatter(source(name), { featured }, articleKeys) })
      const changes = [set(article, edit.on ? true : undefined), ...otherFeatured(edit, desk).map((other) => set(other, undefined))]
      return { label: edit.on ? `“${article.title}” opens the issue` : `“${article.title}” no longer featured`, changes }
    }
  }
}

function retitled(article: ArticleHead, text: string, source: (file: string) => string): Edited {
  if (text === '') throw new Refusal('impossible', 'A story needs a title.')
  const { file, places } = article
  const after = places['title'] === undefined ? setHeading(source(file), text) : setFrontMatter(source(file), { title: text }, articleKeys)
  return { label: `Title changed to “${text}”`, changes: [{ file, after }] }
}

function articleOf(slug: string, desk: OpenDesk): ArticleHead {
  const article = desk.articles.find((candidate) => candidate.slug === slug)
  if (article === undefined) throw new Refusal('unknown', `There is no article ${slug}.`)
  return article
}

/** Stories of the issue that would open it before the one that is to. */
function otherFeatured(edit: Extract<DeskEdit, { kind: 'feature' }>, desk: OpenDesk): ArticleHead[] {
  if (!edit.on) return []
  return desk.selection.sections.flatMap(({ articles }) => articles.filter(({ slug, featured }) => featured && slug !== edit.story))
}

function placedSlugs(desk: OpenDesk): string[] {
  return desk.selection.sections.flatMap(({ articles }) => articles.map(({ slug }) => slug))
}

/** The issue file with a story at a place, or nowhere. */
function arranged(desk: OpenDesk, source: string, story: string, place: { section: string; index: number } | undefined): string {
  const rows = desk.sections.map((section) => {
    const placed = desk.selection.sections.find(({ name }) => name === section)?.articles ?? []
    const slugs = placed.map(({ slug }) => slug).filter((slug) => slug !== story)
    if (place?.section === section) slugs.splice(Math.min(place.index, slugs.length), 0, story)
    return { section, slugs }
  })
  const home = new Map(desk.articles.map((article) => [article.slug, homeOf(article, desk)]))
  return arrangeIssue(source, inFileOrder(rows, desk), home)
}

/**
 * Sections in the order in which the file names its stories, because the first story that it names opens the issue;
 * what the file does not name comes in the newsletter's order.
 */
function inFileOrder<Row extends { section: string }>(rows: readonly Row[], { issueFile, selection }: OpenDesk): Row[] {
  const { articles: choice } = issueFile
  if (choice?.kind !== 'list') return [...rows]
  const sectionOf = new Map(selection.sections.flatMap(({ name, articles }) => articles.map(({ slug }) => [slug, name] as const)))
  const named = [...new Set(choice.entries.flatMap(({ slug }) => sectionOf.get(slug) ?? []))]
  const rank = (row: Row): number => {
    const at = named.indexOf(row.section)
    return at === -1 ? named.length : at
  }
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

/** Titles, subjects and blurbs are one line, whatever was pasted. */
function oneLine(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\s]+/g, ' ').trim()
}
