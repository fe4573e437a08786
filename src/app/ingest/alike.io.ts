import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseFrontMatter } from '../../content/front-matter.ts'
import { editFrontMatter, UneditableError } from '../../content/edit-front-matter.ts'
import { rewriteKey } from '../../content/edit-yaml.ts'
import { articleKeys } from '../../content/article-schema.ts'
import type { StoryMark } from '../../ingest/same-story.ts'
import { fingerprint } from '../../ingest/similar.ts'
import { createStoryIndex } from '../../ingest/story-index.ts'
import { readIfPresent, writeWhole } from '../../lib/files.io.ts'
import type { Shelved } from './shelf.io.ts'

/** Finds stories that are in the folder already, whatever their addresses. */
export interface Likenesses {
  find: (mark: StoryMark) => Promise<Shelved | undefined>
  /** Takes note of an article that was written since. */
  enter: (article: Shelved, mark: StoryMark) => void
}

/** Days around a story within which others are compared with it. */
const near = 10

/**
 * Compares texts with those of the articles of the same days. Their texts are read only when a day is asked for.
 *
 * @param articles that are there
 */
export function openLikenesses(root: string, articles: readonly Shelved[]): Likenesses {
  const waiting = new Map<string, Shelved[]>()
  for (const article of articles) {
    if (article.day === undefined) continue
    const others = waiting.get(article.day)
    if (others === undefined) waiting.set(article.day, [article])
    else others.push(article)
  }
  const known = createStoryIndex<StoryMark & { article: Shelved }>()
  return {
    find: async (mark) => {
      const middle = Date.parse(mark.day)
      for (let offset = -near; offset <= near; offset++) {
        const day = new Date(middle + offset * 86_400_000).toISOString().slice(0, 10)
        for (const article of waiting.get(day) ?? []) known.add(await readMark(root, article, day))
        waiting.delete(day)
      }
      return known.find(mark)?.article
    },
    enter: (article, mark) => {
      known.add({ ...mark, article })
    },
  }
}

async function readMark(root: string, article: Shelved, day: string): Promise<StoryMark & { article: Shelved }> {
  const { title, file, url } = article
  return { title, day, print: fingerprint(await bodyOf(root, file)), ...(url === undefined ? {} : { host: new URL(url).host }), article }
}

async function bodyOf(root: string, file: string): Promise<string> {
  try {
    return parseFrontMatter(await readFile(join(root, file), 'utf8'), file).body
  } catch {
    // An article that cannot be read is like no other.
    return ''
  }
}

/**
 * Notes in an article that another publication has the story as well, under `alsoIn`. All else in the file stays as
 * it is.
 *
 * @returns false when it was noted before, is the article's own source, or the file cannot be edited
 */
export async function noteSource(root: string, file: string, name: string): Promise<boolean> {
  const path = join(root, file)
  const text = await readIfPresent(path)
  if (text === undefined) return false
  const { data } = parseFrontMatter(text, file)
  const before = Array.isArray(data.alsoIn) ? data.alsoIn.map(String) : []
  if (data.source === name || before.includes(name)) return false
  const names = [...before, name]
  try {
    const edited = editFrontMatter(text, (yaml) =>
      rewriteKey(yaml, 'alsoIn', (document) => {
        const list = document.createNode(names, { flow: true })
        document.set('alsoIn', list)
        return names
      }, articleKeys),
    )
    await writeWhole(path, edited)
    return true
  } catch (error) {
    if (error instanceof UneditableError) return false
    throw error
  }
}
