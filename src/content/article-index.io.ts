import { readFile } from 'node:fs/promises'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { writeWhole } from '../lib/files.io.ts'
import type { ArticleHead } from '../model/article.ts'
import { parseArticle } from './article.ts'
import type { MarkdownFile } from './folder.io.ts'
import { readContent } from './text-file.io.ts'

/** What the index keeps of one file: its front matter, or why there is none. */
export interface IndexedArticle {
  head?: ArticleHead
  diagnostics: Diagnostic[]
}

interface Entry extends IndexedArticle {
  modified: number
  size: number
}

/** Raised whenever what is stored, or the way it is read, changes. */
const format = 3

/** How many files are open at a time. */
const atOnce = 64

/**
 * The front matter of every article. What was read before and has the same time and size is taken from the index,
 * so that a folder of ten thousand articles costs a look at each, not a parse.
 *
 * @param cache path of the index; a missing or damaged one is made anew
 * @returns one entry per file, in the order of `files`
 */
export async function indexArticles(files: readonly MarkdownFile[], cache: string): Promise<IndexedArticle[]> {
  const known = await readIndex(cache)
  const entries = new Map<string, Entry>()
  const stale: MarkdownFile[] = []
  for (const file of files) {
    const entry = known.get(file.file)
    if (entry?.modified === file.modified && entry.size === file.size) entries.set(file.file, entry)
    else stale.push(file)
  }
  for (let start = 0; start < stale.length; start += atOnce) {
    const batch = stale.slice(start, start + atOnce)
    const read = await Promise.all(batch.map(readEntry))
    for (const [index, file] of batch.entries()) {
      const entry = read[index]
      if (entry !== undefined) entries.set(file.file, entry)
    }
  }
  if (stale.some((file) => entries.get(file.file)?.head !== undefined) || known.size > files.length) {
    // What could not be read is looked at again every time: it is being mended, or the disk was at fault.
    const lasting = [...entries].filter(([, entry]) => entry.head !== undefined)
    // Without a writable folder the index is only slower the next time.
    await writeWhole(cache, JSON.stringify({ format, entries: lasting })).catch(() => undefined)
  }
  return files.map((file) => entries.get(file.file) ?? { diagnostics: [] })
}

async function readEntry(file: MarkdownFile): Promise<Entry> {
  const stamp = { modified: file.modified, size: file.size }
  const content = await readContent(file.path, file.file)
  if ('problem' in content) return { ...stamp, diagnostics: [content.problem] }
  const { article, diagnostics } = parseArticle(content.text, file.file, file.slug)
  if (article === undefined) return { ...stamp, diagnostics }
  const { body, bodyLine, ...head } = article
  return { ...stamp, head, diagnostics }
}

async function readIndex(cache: string): Promise<Map<string, Entry>> {
  try {
    const stored = JSON.parse(await readFile(cache, 'utf8')) as { format?: number; entries?: [string, Entry][] }
    return stored.format === format ? new Map(stored.entries) : new Map<string, Entry>()
  } catch {
    return new Map()
  }
}
