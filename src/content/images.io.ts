import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { basename, dirname, extname, join, relative, sep } from 'node:path'
import { type Diagnostic, diagnostic, type Place } from '../diagnostics/diagnostic.ts'
import type { ArticleHead } from '../model/article.ts'
import type { Asset } from '../model/asset.ts'
import { imageFacts } from './image-size.ts'

/**
 * Finds and reads the local picture of an article: beside the article, then in content/images, then in content.
 *
 * @param root the newsletter folder, absolute
 * @returns nothing when the article has no picture or names one by URL
 */
export async function readImage(root: string, article: ArticleHead): Promise<{ asset?: Asset; diagnostics: Diagnostic[] }> {
  const src = article.image?.src
  if (src === undefined || /^https?:\/\//i.test(src)) return { diagnostics: [] }
  return readPicture(root, article.file, src, { file: article.file, ...article.places.image })
}

/**
 * Finds and reads a local picture that a file names.
 *
 * @param root the newsletter folder, absolute
 * @param file the file that names it, relative to the newsletter folder
 * @param at where it does
 */
export async function readPicture(root: string, file: string, src: string, at: Place): Promise<{ asset?: Asset; diagnostics: Diagnostic[] }> {
  const found = await firstReadable(root, candidates(file, src))
  if (found === undefined) {
    const hint = 'put the file into content/images, or remove the key'
    return { diagnostics: [diagnostic('GZ-C009', `there is no image ${src}`, { ...at, hint })] }
  }
  const facts = imageFacts(found.bytes)
  if (facts === undefined) {
    const hint = 'save it as PNG, JPEG or GIF'
    return { diagnostics: [diagnostic('GZ-C015', `${src} is not a picture that mail programs show`, { ...at, hint })] }
  }
  return { asset: { file: found.file, name: assetName(found.file, found.bytes), bytes: found.bytes, ...facts }, diagnostics: [] }
}

/** A name that is safe in a URL and different for different content: `cranes-1a2b3c4d.png`. */
function assetName(file: string, bytes: Buffer): string {
  const extension = extname(file)
  const stem = basename(file, extension).normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  return `${stem === '' ? 'image' : stem.slice(0, 40)}-${digest}${extension.toLowerCase()}`
}

function candidates(file: string, src: string): string[] {
  const path = decode(src.replace(/[?#].*$/, ''))
  const local = path.replace(/^\/+/, '')
  return [
    ...(path.startsWith('/') ? [] : [join(dirname(file), path)]),
    join('content/images', local),
    join('content', local),
    ...(path.startsWith('/') ? [] : [join(path)]),
  ]
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The first candidate that exists and, links followed, lies inside the newsletter folder. */
async function firstReadable(root: string, files: readonly string[]): Promise<{ file: string; bytes: Buffer } | undefined> {
  const home = await realpath(root)
  for (const file of files) {
    try {
      const path = await realpath(join(root, file))
      if (!path.startsWith(home + sep)) continue
      return { file: relative(home, path).replaceAll(sep, '/'), bytes: await readFile(path) }
    } catch {
      // Not there, or not a file: the next candidate may be.
    }
  }
  return undefined
}
