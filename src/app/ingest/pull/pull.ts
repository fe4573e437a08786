import type { Newsletter } from '../../../config/newsletter.ts'
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import { dayOf } from '../../../lib/calendar.ts'
import { lockArticles, type Turn } from '../lock.io.ts'
import { openShelf } from '../shelf.io.ts'
import { openMemory } from './memory-file.io.ts'
import type { SourceRecord } from './memory.ts'
import { createPlanner, type Plan } from './plan.ts'
import { type Network, readSource } from './read-source.io.ts'
import type { Progress, SourceResult } from './result.ts'
import { createSettler } from './settle.ts'
import { chosenSources, type Source } from './sources.io.ts'

export interface PullRequest {
  /** The newsletter folder, absolute. */
  root: string
  newsletter: Newsletter
  /** Sources to read; none means all. */
  names: readonly string[]
  /** False leaves the disk as it is. */
  write: boolean
  network: Network
  /** How long another process that brings articles in is waited for. */
  turn: Turn
  now: Date
  /** Told whenever something is done. */
  onProgress: (progress: Readonly<Progress>) => void
}

export interface PullResult {
  sources: SourceResult[]
  /** Findings that are about no source. */
  diagnostics: Diagnostic[]
}

/**
 * Reads the sources of a newsletter and writes what is new as articles. Feeds and pages are fetched side by side;
 * decisions fall in the order of newsletter.yaml, so that the outcome does not depend on which server was quicker.
 * After each source it is remembered on disk what was dealt with.
 *
 * @throws UsageError for a source that does not exist, EnvironmentError when the disk refuses or another process is at it
 */
export async function pullSources(request: PullRequest): Promise<PullResult> {
  const { root, newsletter, names, write, turn, now } = request
  const sources = await chosenSources(root, newsletter, names)
  if (!write) return readSources(sources, request)
  const lock = await lockArticles(root, 'gazette pull', now, turn)
  if (lock === undefined) return { sources: [], diagnostics: [] }
  try {
    return await readSources(sources, request)
  } finally {
    lock.release()
  }
}

async function readSources(sources: readonly Source[], { root, newsletter, write, network, now, onProgress }: PullRequest): Promise<PullResult> {
  const { timezone } = newsletter
  const today = dayOf(now, timezone)
  const { memory, save, diagnostics } = await openMemory(root, today)
  const shelf = await openShelf(root)
  const sections = newsletter.sections.map((section) => (typeof section === 'string' ? section : section.name))
  const planFor = createPlanner({ network, memory, shelf, sections, timezone, now, today })
  const settle = createSettler({ root, shelf, memory, today, sections, write })
  const progress: Progress = { feeds: sources.length, feedsDone: 0, entries: 0, entriesDone: 0 }
  const tell = (kind: keyof Progress, by: number): void => {
    progress[kind] += by
    onProgress(progress)
  }

  const plans: Promise<Plan>[] = []
  for (const source of sources) {
    const reading = readSource(root, source, conditions(memory.source(source.key), source), network)
    const plan = inOrder(plans.at(-1), reading).then((read) => {
      const made = planFor(source, read)
      tell('feedsDone', 1)
      tell('entries', made.jobs.length)
      return made
    })
    // Each is awaited below; one that fails first must not count as unobserved until then.
    plan.catch(() => undefined)
    plans.push(plan)
  }
  const results: SourceResult[] = []
  let isSaved = true
  for (const awaited of plans) {
    const plan = await awaited
    const { source, record, result } = plan
    await settle(plan, () => {
      tell('entriesDone', 1)
    })
    if (network.signal?.aborted === true) markInterrupted(result)
    else if (record !== undefined) memory.keep(source.key, { ...(result.later > 0 ? withoutMarks(record) : record), settings: settingsMark(source), read: now.toISOString() })
    const isMore = plan.jobs.length + plan.doubles.length > 0
    if (write && isMore) await save()
    isSaved &&= isMore || result.status === 'failed'
    results.push(result)
  }
  // What changed in a source that brought nothing can wait for the end.
  if (write && !isSaved) await save()
  return { sources: results, diagnostics }
}

/** The outcome of a job once all before it are done as well. */
async function inOrder<T>(before: Promise<unknown> | undefined, job: Promise<T>): Promise<T> {
  const [outcome] = await Promise.all([job, before])
  return outcome
}

/** Failures after the run was broken off say nothing about the source. */
function markInterrupted(result: SourceResult): void {
  if (result.status !== 'failed' && result.later === 0) return
  result.status = 'interrupted'
  result.unreachable = false
  result.diagnostics = []
}

/** A source is asked for all it has when the settings changed under which it was read. */
function conditions(record: SourceRecord, source: Source): SourceRecord {
  return record.settings === settingsMark(source) ? record : withoutMarks(record)
}

function withoutMarks({ etag: _etag, lastModified: _lastModified, ...record }: SourceRecord): SourceRecord {
  return record
}

function settingsMark({ settings: { since, limit, include, exclude, text } }: Source): string {
  return JSON.stringify([since, limit, include, exclude, text])
}
