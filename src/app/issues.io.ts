import { listMarkdown } from '../content/folder.io.ts'

/** Slugs of every issue file, in the order of their names. */
export async function issueSlugs(root: string): Promise<string[]> {
  return ((await listMarkdown(root, 'content/issues')) ?? []).map((file) => file.slug)
}
