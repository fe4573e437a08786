import { readdir, stat } from 'node:fs/promises'
import { join, relative, resolve, sep } from 'node:path'
import type { Newsletter } from '../../../config/newsletter.ts'
import type { SourceSettings } from '../../../config/sources.ts'
import { diagnostic } from '../../../diagnostics/diagnostic.ts'
import { UsageError } from '../../../diagnostics/errors.ts'
import { compareText } from '../../../lib/compare.ts'
import { suggestion } from '../../../lib/suggest.ts'

/** A feed that is to be read. */
export interface Source {
  /** What it is remembered by. */
  key: string
  /** Its name in newsletter.yaml; without one its address or path, short. */
  label: string
  settings: SourceSettings
  url?: string
  /** Path relative to the newsletter folder, with forward slashes. */
  file?: string
}

/**
 * The sources of newsletter.yaml, or those of them that were asked for. A folder of feeds is a source for each.
 *
 * @param names as people write them: the name, the address, its host or the path
 * @throws UsageError when there are none, or none of a name
 */
export async function chosenSources(root: string, { sources }: Newsletter, names: readonly string[]): Promise<Source[]> {
  if (sources.length === 0) {
    const hint = 'add `sources: [https://example.com/feed.xml]`, or run gazette sources import FILE.opml'
    throw new UsageError([diagnostic('GZ-N005', 'there are no sources in content/newsletter.yaml', { hint })])
  }
  const all = (await Promise.all(sources.map((settings) => feedsOf(root, settings)))).flat()
  if (names.length === 0) return all
  const chosen = new Set<Source>()
  for (const name of names) {
    const fitting = all.filter((source) => goesBy(source, name))
    if (fitting.length === 0) {
      const hint = suggestion(name, all.map(({ label }) => label)) ?? 'gazette sources lists them'
      throw new UsageError([diagnostic('GZ-U004', `there is no source ${JSON.stringify(name)}`, { hint })])
    }
    for (const source of fitting) chosen.add(source)
  }
  return all.filter((source) => chosen.has(source))
}

function goesBy({ label, url, file, settings }: Source, name: string): boolean {
  const host = url === undefined ? undefined : new URL(url).host
  return [label, settings.name, url, file, settings.file, host, host?.replace(/^www\./, '')].some((known) => known?.toLowerCase() === name.toLowerCase())
}

async function feedsOf(root: string, settings: SourceSettings): Promise<Source[]> {
  const { url, file, name } = settings
  if (url !== undefined) return [{ key: url, label: name ?? shortAddress(url), settings, url }]
  const path = resolve(root, file ?? '')
  const below = relative(root, path)
  if (below === '..' || below.startsWith(`..${sep}`) || resolve(below) === below) {
    throw new UsageError([diagnostic('GZ-N004', `the source ${file ?? ''} is outside the newsletter folder`, { hint: 'copy the feed into it' })])
  }
  const files = (await isFolder(path)) ? (await readdir(path)).filter((entry) => /\.(?:xml|rss|atom|rdf|json)$/i.test(entry)).toSorted(compareText) : undefined
  const paths = files === undefined ? [below] : files.map((entry) => join(below, entry))
  return paths.map((one) => {
    const inside = one.replaceAll(sep, '/')
    return { key: `file:${inside}`, label: name === undefined || files !== undefined ? inside : name, settings, file: inside }
  })
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory()
  } catch {
    // A file that is not there is reported when it is read.
    return false
  }
}

function shortAddress(url: string): string {
  const { host, pathname, search } = new URL(url)
  const path = pathname === '/' ? '' : pathname
  return `${host.replace(/^www\./, '')}${path}${search}`
}
