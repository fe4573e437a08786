import { importSources } from '../../app/ingest/import-sources.io.ts'
import { type ListedSource, listSources } from '../../app/ingest/pull/list-sources.io.ts'
import { newsletterFile, requireNewsletter } from '../../config/load.io.ts'
import { counted } from '../../lib/size.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'

/** Runs `gazette sources`. */
export async function runList(shell: Shell): Promise<Outcome> {
  const sources = await listSources(shell.root, await requireNewsletter(shell.root), new Date())
  if (sources.length === 0) {
    return { data: { sources }, text: `There are no sources in ${newsletterFile}\nNext: add \`sources: [https://example.com/feed.xml]\` to it, or gazette sources import FILE.opml` }
  }
  const width = Math.max(...sources.map(({ source }) => source.length))
  const lines = sources.map((source) => `${source.source.padEnd(width)}  ${about(source)}`)
  return { data: { sources }, text: [...lines, 'Next: gazette pull'].join('\n') }
}

function about({ source, at, section, title, read }: ListedSource): string {
  const parts = [
    ...(source === at ? [] : [at]),
    ...(title === undefined || title === source ? [] : [`"${title}"`]),
    ...(section === undefined ? [] : [`in ${section}`]),
    read === undefined ? 'not read yet' : `read ${read.slice(0, 16).replace('T', ' ')} UTC`,
  ]
  return parts.join(', ')
}

/** Runs `gazette sources import`. */
export async function runImport(shell: Shell, file: string): Promise<Outcome> {
  const { added, known, diagnostics } = await importSources(shell.root, file)
  if (added.length === 0 && known === 0) return { data: { added, known }, text: '', diagnostics }
  const lines = added.map(({ name, url = '', section }) => `  ${name === undefined ? '' : `${name}  `}${url}${section === undefined ? '' : `  ${section}`}`)
  const there = known === 0 ? '' : `; ${counted(known, 'was', 'were')} there already`
  const head = added.length === 0 ? `Nothing to add: ${counted(known, 'source is', 'sources are')} there already` : `Wrote ${counted(added.length, 'source')} to ${newsletterFile}${there}`
  return { data: { added, known }, text: [head, ...lines, 'Next: gazette pull'].join('\n'), diagnostics }
}
