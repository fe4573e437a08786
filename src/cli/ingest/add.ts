import { type Added, type AddResult, addArticle } from '../../app/ingest/add.ts'
import { loadNewsletter } from '../../config/load.io.ts'
import type { Newsletter } from '../../config/newsletter.ts'
import { exitCode, UsageError } from '../../diagnostics/errors.ts'
import { wordsIn } from '../../ingest/paste/lines.ts'
import { counted } from '../../lib/size.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { hostsOf, openClient, patience } from './network.ts'
import { turnOf } from './turn.ts'

interface AddOptions {
  section?: string
  url?: string
  source?: string
  stdout?: true
  force?: true
  split?: boolean
  allowHost?: string[]
}

/** Runs `gazette add` and words its result. */
export async function runAdd(shell: Shell, input: string, options: AddOptions): Promise<Outcome> {
  const allowed = hostsOf(options.allowHost)
  const write = options.stdout !== true
  const client = openClient()
  try {
    const result = await addArticle({
      root: shell.root,
      newsletter: await newsletterOf(shell.root, write),
      input,
      force: options.force ?? false,
      write,
      allowed,
      client,
      patience,
      turn: turnOf(shell, 30_000),
      standardInput: process.stdin,
      now: new Date(),
      told: { ...(options.url === undefined ? {} : { url: options.url }), ...(options.source === undefined ? {} : { source: options.source }) },
      ...(options.section === undefined ? {} : { section: options.section }),
      ...(options.split === undefined ? {} : { split: options.split }),
    })
    return outcomeOf(result, input, options)
  } finally {
    client.close()
  }
}

/** A folder without newsletter.yaml can take articles; one with a broken one is mended first. */
async function newsletterOf(root: string, needed: boolean): Promise<Newsletter | undefined> {
  const { newsletter, diagnostics } = await loadNewsletter(root)
  const absent = diagnostics.some((finding) => finding.code === 'GZ-N001')
  if (newsletter === undefined && needed && !absent) throw new UsageError(diagnostics)
  return newsletter
}

function outcomeOf({ added, starts, diagnostics, unreachable }: AddResult, input: string, options: AddOptions): Outcome {
  const articles = added.map(factsOf)
  const cuts = starts.length > 1 ? { cuts: starts } : {}
  const data = options.split === true ? { input, ...cuts, articles } : { input, ...cuts, ...(articles[0] ?? {}) }
  const text = options.stdout === true ? added.map((one) => one.text.trimEnd()).join('\n\n') : words(added)
  return { data, text, diagnostics, ...(unreachable ? { exit: exitCode.environment } : {}) }
}

function factsOf({ status, file, slug, article, from, line }: Added): Record<string, unknown> {
  return {
    status,
    file: file ?? null,
    slug: slug ?? null,
    ...(line === undefined ? {} : { line }),
    ...article.values,
    words: wordsIn(article.markdown),
    from: { ...article.origins, markdown: from },
    markdown: article.markdown,
  }
}

function words(added: readonly Added[]): string {
  if (added.length === 0) return ''
  const blocks = added.map((one) => {
    const said = { added: 'Wrote', replaced: 'Wrote anew', present: 'Already there:', 'not written': 'Not written:' }[one.status]
    return [`${said} ${one.file ?? ''}`, ...(one.status === 'present' ? [] : table(one))].join('\n')
  })
  const isNew = added.some((one) => one.status !== 'present')
  return [...blocks, isNew ? 'Next: look it over, then gazette build' : 'Next: gazette build'].join('\n')
}

/** What was found, and where. */
function table({ article, from }: Added): string[] {
  const { values, origins, markdown } = article
  const entries = Object.entries(values) as [keyof typeof values, string | string[]][]
  const rows = entries.map(([key, value]): [string, string, string] => {
    return [key, short(Array.isArray(value) ? value.join(', ') : value), origins[key] ?? '']
  })
  rows.push(['text', counted(wordsIn(markdown), 'word'), from])
  const width = Math.max(...rows.map(([, value]) => value.length))
  return rows.map(([key, value, origin]) => `  ${key.padEnd(12)}${value.padEnd(width)}  ${origin}`.trimEnd())
}

function short(value: string): string {
  return value.length <= 60 ? value : `${value.slice(0, 59)}…`
}
