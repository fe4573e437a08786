import { join } from 'node:path'
import type { Place } from '../diagnostics/diagnostic.ts'
import { readIfPresent } from '../lib/files.io.ts'
import { readYaml } from '../lib/yaml-document.ts'
import { newsletterFile } from './load.io.ts'

/**
 * Where something stands in newsletter.yaml, for what only shows to be wrong when a template is known. Reads the file
 * again, since that happens when there is something to report and not otherwise.
 *
 * @param root the newsletter folder, absolute
 * @param path keys that lead to it, such as `options`, `images`
 */
export async function placeInNewsletter(root: string, path: readonly string[], part: 'key' | 'value'): Promise<Place> {
  const text = await readIfPresent(join(root, newsletterFile))
  if (text === undefined) return { file: newsletterFile }
  return { file: newsletterFile, ...readYaml(text.replace(/^\ufeff/, '')).placeOf(path, part) }
}
