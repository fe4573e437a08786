import { performance } from 'node:perf_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { pullSources, type PullResult } from '../../app/ingest/pull/pull.ts'
import type { SourceResult } from '../../app/ingest/pull/result.ts'
import { requireNewsletter } from '../../config/load.io.ts'
import { hasErrors } from '../../diagnostics/diagnostic.ts'
import { exitCode, type ExitCode } from '../../diagnostics/errors.ts'
import { createPoliteQueue } from '../../ingest/net/polite.ts'
import { counted } from '../../lib/size.ts'
import type { Outcome } from '../outcome.ts'
import type { Shell } from '../shell.ts'
import { stopRequested } from '../signals.ts'
import { hostsOf, openClient, patience } from './network.ts'
import { createProgressBar } from './progress-bar.ts'
import { turnOf } from './turn.ts'

interface PullOptions {
  dryRun?: true
  allowHost?: string[]
}

/** Feeds and pages that are fetched at once, in all and at one host, and the pause between two at one host. */
const atOnce = 8
const perHost = 2
const gap = 250

/** Runs `gazette pull` and words its result. */
export async function runPull(shell: Shell, names: readonly string[], options: PullOptions): Promise<Outcome> {
  const allowed = hostsOf(options.allowHost)
  const newsletter = await requireNewsletter(shell.root)
  const client = openClient()
  const aborter = new AbortController()
  const { signal } = aborter
  const { stop, release } = stopRequested()
  void stop.then(() => {
    aborter.abort()
  })
  const pauseFor = async (milliseconds: number): Promise<void> => {
    await sleep(milliseconds, undefined, { signal }).catch(() => undefined)
  }
  const queue = createPoliteQueue({
    atOnce,
    perHost,
    // A server that was opened by name is one's own, and need not be spared.
    gap: (host) => (signal.aborted || allowed.has(host) || allowed.has(host.replace(/:\d+$/, '')) ? 0 : gap),
    now: () => performance.now(),
    sleep: pauseFor,
  })
  const isWatched = shell.isTerminal && !shell.quiet && !shell.json
  const bar = createProgressBar(isWatched ? (text) => process.stderr.write(text) : undefined, () => performance.now())
  try {
    const result = await pullSources({
      root: shell.root,
      newsletter,
      names,
      write: options.dryRun !== true,
      turn: turnOf(shell, 5000, pauseFor, signal),
      network: { client, allowed, patience: { ...patience, sleep: pauseFor }, queue, signal },
      now: new Date(),
      onProgress: bar.show,
    })
    bar.clear()
    return outcomeOf(result, options.dryRun === true, signal.aborted)
  } finally {
    bar.clear()
    release()
    client.close()
  }
}

function outcomeOf({ sources, diagnostics }: PullResult, isDry: boolean, isStopped: boolean): Outcome {
  const findings = [...diagnostics, ...sources.flatMap((source) => source.diagnostics)]
  const added = sources.reduce((sum, source) => sum + source.added.length, 0)
  const width = Math.max(...sources.map(({ label }) => label.length))
  const lines = sources.map((source) => `${source.label.padEnd(width)}  ${summaryOf(source)}`)
  return {
    data: { added, interrupted: isStopped, sources: sources.map(factsOf) },
    text: [...lines, ...(isDry ? sources.flatMap((source) => source.added.map(({ title }) => `  ${title}`)) : []), ...ending(added, isDry, isStopped)].join('\n'),
    diagnostics: findings,
    exit: exitOf(sources, hasErrors(findings), isStopped),
  }
}

function exitOf(sources: readonly SourceResult[], hasError: boolean, isStopped: boolean): ExitCode {
  if (isStopped) return exitCode.interrupted
  if (sources.some(({ unreachable }) => unreachable)) return exitCode.environment
  return hasError ? exitCode.content : exitCode.ok
}

function ending(added: number, isDry: boolean, isStopped: boolean): string[] {
  const stopped = isStopped ? ['Broken off; what was written is whole, and the rest comes the next time.'] : []
  if (isDry) return [...stopped, `${counted(added, 'article')} would come in; nothing was written`, 'Next: gazette pull']
  if (added === 0) return [...stopped, 'Nothing new', 'Next: gazette build']
  return [...stopped, `Wrote ${counted(added, 'article')} to content/articles/`, 'Next: look them over, then gazette build']
}

/** What became of a source, on one line. */
function summaryOf({ status, entries, added, passed, known, empty, later, diagnostics }: SourceResult): string {
  if (status === 'unchanged') return 'nothing new: not changed since the last time'
  if (status === 'failed') return `failed: ${diagnostics[0]?.message ?? 'for no known reason'}`
  if (status === 'interrupted' && added.length === 0) return 'broken off'
  const parts = [
    [passed.seen, 'seen before'],
    [known, 'there already'],
    [passed.older, 'too old'],
    [passed.unwanted, 'not wanted'],
    [passed.beyond, 'beyond the limit'],
    [empty, 'without a text'],
    [later, 'to be tried again'],
  ] as const
  const rest = parts.filter(([number]) => number > 0).map(([number, said]) => `${number} ${said}`)
  const head = added.length === 0 ? 'nothing new' : `${added.length} new`
  return `${head} of ${counted(entries, 'entry', 'entries')}${rest.length === 0 ? '' : `: ${rest.join(', ')}`}`
}

function factsOf({ label, at, status, entries, added, passed, known, empty, later }: SourceResult): Record<string, unknown> {
  return { source: label, at, status, entries, added, skipped: { ...passed, known, empty, later } }
}
