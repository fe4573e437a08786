import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { indexArticles } from '../../content/article-index.io.ts'
import { listMarkdown } from '../../content/folder.io.ts'
import { parseFrontMatter } from '../../content/front-matter.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { articleFile } from '../../ingest/article-file.ts'
import { urlKey } from '../../ingest/canonical-url.ts'
import type { Finished } from '../../ingest/finish.ts'
import { fingerprint, likeness, titleKey } from '../../ingest/similar.ts'
import { slugOf } from '../../ingest/slug.ts'
import { writeWhole } from '../../lib/files.io.ts'

/** Where articles are, below the newsletter folder. */
export const articleFolder = 'content/articles'

/** An article that is in the folder. */
export interface Shelved {
  slug: string
  /** Relative to the newsletter folder. */
  file: string
  title: string
  url?: string
  /** Day it is from. */
  day?: string
}

/** The articles of a newsletter, for telling what is new and for adding it. */
export interface Shelf {
  /** All of them, as they were when the shelf was opened. */
  articles: readonly Shelved[]
  /** The article with this address. */
  at: (url: string) => Shelved | undefined
  /** The article that is there already: the same address, or without one the same title and text. */
  find: (article: Finished) => Promise<Shelved | undefined>
  /**
   * Writes an article, whole or not at all.
   *
   * @param over the file to write anew; left out, a name of its own is found
   * @throws EnvironmentError when the disk refuses
   */
  write: (article: Finished, over?: Shelved) => Promise<Shelved>
}

/** Keys that are an editor's, not the page's: they survive when an article is written anew. */
const editorial = ['section', 'blurb', 'featured', 'sponsored', 'draft'] as const

/** How alike two texts with one title must be to be one. */
const same = 0.6

/**
 * Looks at what is in content/articles.
 *
 * @param root the newsletter folder, absolute
 */
export async function openShelf(root: string): Promise<Shelf> {
  const files = (await listMarkdown(root, articleFolder)) ?? []
  const indexed = files.length === 0 ? [] : await indexArticles(files, join(root, '.gazette/articles.json'))
  const slugs = new Set(files.map((file) => file.slug.toLowerCase()))
  const byAddress = new Map<string, Shelved>()
  const byTitle = new Map<string, Shelved[]>()
  const enter = (article: Shelved): void => {
    if (article.url !== undefined) byAddress.set(urlKey(article.url), article)
    const key = titleKey(article.title)
    byTitle.set(key, [...(byTitle.get(key) ?? []), article])
  }
  const articles = indexed.flatMap(({ head }): Shelved[] => {
    if (head === undefined) return []
    const { slug, file, title, url, date } = head
    return [{ slug, file, title, ...(url === undefined ? {} : { url }), ...(date === undefined ? {} : { day: date.slice(0, 10) }) }]
  })
  for (const article of articles) enter(article)

  const find: Shelf['find'] = async ({ values, markdown }) => {
    const known = values.url === undefined ? undefined : byAddress.get(urlKey(values.url))
    if (known !== undefined) return known
    const print = fingerprint(markdown)
    for (const candidate of byTitle.get(titleKey(values.title)) ?? []) {
      if (candidate.url !== undefined && values.url !== undefined) continue
      const { body } = await readParts(root, candidate.file)
      if (likeness(print, fingerprint(body)) >= same || body.trim() === markdown.trim()) return candidate
    }
    return undefined
  }

  const write: Shelf['write'] = async (article, over) => {
    const slug = over?.slug ?? freeSlug(article, slugs)
    const file = over?.file ?? `${articleFolder}/${slug}.md`
    const before = over === undefined ? {} : (await readParts(root, file)).data
    const kept = Object.fromEntries(editorial.flatMap((key) => (before[key] === undefined || isSet(article, key) ? [] : [[key, before[key]]])))
    const values = kept.section === undefined ? article.values : { ...article.values, section: undefined }
    try {
      await writeWhole(join(root, file), articleFile(values as Finished['values'], article.markdown, { ...article.editorial, ...kept }))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      throw new EnvironmentError([diagnostic('GZ-E002', `${file} cannot be written: ${reason}`)], { cause: error })
    }
    slugs.add(slug.toLowerCase())
    const { title, url, date } = article.values
    const shelved = { slug, file, title, ...(url === undefined ? {} : { url }), day: date.slice(0, 10) }
    enter(shelved)
    return shelved
  }
  return { articles, at: (url) => byAddress.get(urlKey(url)), find, write }
}

/** A section that was asked for replaces the editor's. */
function isSet({ origins }: Finished, key: (typeof editorial)[number]): boolean {
  return key === 'section' && origins.section === 'option'
}

async function readParts(root: string, file: string): Promise<{ data: Record<string, unknown>; body: string }> {
  try {
    return parseFrontMatter(await readFile(join(root, file), 'utf8'), file)
  } catch {
    // A file that vanished or cannot be read has nothing to compare with and nothing to keep.
    return { data: {}, body: '' }
  }
}

function freeSlug({ values }: Finished, taken: ReadonlySet<string>): string {
  const wanted = `${values.date.slice(0, 10)}-${slugOf(values.title)}`
  let slug = wanted
  for (let number = 2; taken.has(slug.toLowerCase()); number++) slug = `${wanted}-${String(number)}`
  return slug
}
