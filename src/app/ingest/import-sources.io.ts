import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { newsletterFile, parseNewsletter } from '../../config/load.io.ts'
import { newsletterSchema } from '../../config/newsletter.ts'
import { addSources } from '../../content/edit-sources.ts'
import { UneditableError } from '../../content/edit-front-matter.ts'
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError, UsageError } from '../../diagnostics/errors.ts'
import { urlKey } from '../../ingest/canonical-url.ts'
import { decode } from '../../ingest/charset.ts'
import { type Outline, readOpml } from '../../ingest/feed/opml.ts'
import { hasErrorCode, readIfPresent, writeWhole } from '../../lib/files.io.ts'

/** What an import did. */
export interface ImportResult {
  /** As they were written to newsletter.yaml. */
  added: Readonly<Record<string, string>>[]
  /** Feeds of the list that were there already. */
  known: number
  diagnostics: Diagnostic[]
}

/**
 * Adds the feeds of an OPML file to newsletter.yaml, whose comments stay. A folder of the list that is called like a
 * section of the newsletter becomes the section of its feeds.
 *
 * @throws UsageError for a file that does not exist and a newsletter.yaml that has problems, EnvironmentError when the disk refuses
 */
export async function importSources(root: string, file: string): Promise<ImportResult> {
  const path = join(root, newsletterFile)
  const yaml = await readIfPresent(path)
  if (yaml === undefined) throw new UsageError([diagnostic('GZ-N001', `there is no ${newsletterFile} in ${root}`, { hint: 'run the command in a newsletter folder, or name one with -C' })])
  const { newsletter, diagnostics } = parseNewsletter(yaml)
  if (newsletter === undefined) throw new UsageError(diagnostics)
  const list = readOpml(decode(await readGiven(root, file)).text)
  if (list === undefined || list.outlines.length + list.refused.length === 0) {
    const message = list === undefined ? `${file} is not OPML` : `${file} names no feed`
    return { added: [], known: 0, diagnostics: [diagnostic('GZ-I027', message, { hint: 'export your subscriptions from a feed reader as OPML' })] }
  }
  const sections = newsletter.sections.map((section) => (typeof section === 'string' ? section : section.name))
  const { added, known } = newSources(list.outlines, newsletter.sources, sections)
  if (added.length > 0) await rewrite(path, yaml, added)
  const refused = list.refused.map((address) => diagnostic('GZ-I029', `${file} names ${address.slice(0, 100)}, which is neither http nor https`))
  return { added, known, diagnostics: refused }
}

async function readGiven(root: string, file: string): Promise<Uint8Array> {
  for (const path of new Set([resolve(root, file), resolve(file)])) {
    try {
      return await readFile(path)
    } catch (error) {
      if (!hasErrorCode(error, 'ENOENT', 'ENOTDIR')) throw error
    }
  }
  throw new UsageError([diagnostic('GZ-U004', `there is no file ${file}`)])
}

function newSources(outlines: readonly Outline[], present: readonly { name?: string | undefined; url?: string | undefined }[], sections: readonly string[]): { added: Record<string, string>[]; known: number } {
  const addresses = new Set(present.flatMap(({ url }) => (url === undefined ? [] : [urlKey(url)])))
  const names = new Set(present.flatMap(({ name }) => (name === undefined ? [] : [name.toLowerCase()])))
  const added: Record<string, string>[] = []
  for (const { url, name, folders } of outlines) {
    if (addresses.has(urlKey(url))) continue
    addresses.add(urlKey(url))
    const section = folders.flatMap((folder) => sections.find((known) => known.toLowerCase() === folder.toLowerCase()) ?? [])[0]
    // Two feeds of one name would be told apart by neither; the second goes by its address.
    const isFree = name !== undefined && !names.has(name.toLowerCase())
    if (isFree) names.add(name.toLowerCase())
    added.push({ ...(isFree ? { name } : {}), url, ...(section === undefined ? {} : { section }) })
  }
  return { added, known: outlines.length - added.length }
}

async function rewrite(path: string, yaml: string, added: readonly Readonly<Record<string, string>>[]): Promise<void> {
  let edited: string
  try {
    edited = addSources(yaml, added, Object.keys(newsletterSchema.shape))
  } catch (error) {
    if (!(error instanceof UneditableError)) throw error
    throw new UsageError([diagnostic('GZ-N002', `${newsletterFile} cannot be edited safely: ${error.message}`, { hint: 'write the sources into it by hand' })], { cause: error })
  }
  const { diagnostics } = parseNewsletter(edited)
  if (diagnostics.length > 0) throw new UsageError(diagnostics)
  try {
    await writeWhole(path, edited, { durable: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EnvironmentError([diagnostic('GZ-E002', `${newsletterFile} cannot be written: ${reason}`)], { cause: error })
  }
}
