import { listMarkdown } from '../content/folder.io.ts'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { newsletterFile } from '../config/load.io.ts'

/**
 * Every file that the preview may open or change: articles, issues, templates and newsletter.yaml, relative to the
 * newsletter folder. A path that a page sends is looked up here and never put together.
 */
export async function knownFiles(root: string): Promise<Set<string>> {
  const [articles, issues, templates] = await Promise.all([
    listMarkdown(root, 'content/articles'),
    listMarkdown(root, 'content/issues'),
    templateFiles(root),
  ])
  return new Set([newsletterFile, ...(articles ?? []).map(({ file }) => file), ...(issues ?? []).map(({ file }) => file), ...templates])
}

async function templateFiles(root: string): Promise<string[]> {
  const entries = await readdir(join(root, 'templates'), { withFileTypes: true, recursive: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
}
