import { performance } from 'node:perf_hooks'
import { build, type BuildRequest, type BuildResult } from '../app/build.ts'
import type { BuildState } from '../app/build-state.ts'
import type { StageReport } from '../app/pipeline.ts'
import type { Newsletter } from '../config/newsletter.ts'
import { judge } from '../app/check.ts'
import { settle } from '../checks/check.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { GazetteError } from '../diagnostics/errors.ts'
import type { Found } from './findings.ts'
import { Verdict } from './verdict.ts'

/** What a build that worked leaves behind: all that the page may ask of a message. */
export type Good = Required<Pick<BuildState, 'issue' | 'issueFile' | 'selection' | 'stencil' | 'boundHtml' | 'assets' | 'report' | 'prepared' | 'checkInput' | 'findings'>> & {
  newsletter: Newsletter
  revision: number
}

/** One build of an issue. */
export interface Snapshot {
  slug: string
  revision: number
  /** Errors of the stages before the check: no message could be made of the content as it is. */
  breaking: Found[]
  /** Everything else that is wrong. */
  verdict: Verdict
  stages: StageReport[]
  /** Milliseconds. */
  took: number
  /** The last build that worked, this one or an earlier one. */
  good?: Good
}

/** Stages whose errors leave the message whole: they only judge it. */
const judging = new Set(['check', 'write'])

/**
 * Builds an issue without writing anything. Never fails: whatever stops the build is among the findings.
 *
 * @param before the build before this one, whose message stays while there is no better one
 */
export async function takeSnapshot(slug: string, revision: number, request: BuildRequest, before: Snapshot | undefined): Promise<Snapshot> {
  const started = performance.now()
  try {
    const result = await build({ ...request, until: 'check' })
    const reported = attribute(result)
    const breaking = reported.filter((entry) => entry.diagnostic.severity === 'error' && !judging.has(entry.stage))
    const fresh = goodOf(result, revision)
    // A message made of half the content is better than none, but not better than a whole one.
    const good = breaking.length === 0 ? (fresh ?? before?.good) : (before?.good ?? fresh)
    const took = performance.now() - started
    const verdict = new Verdict(() =>
      judged(request.root, result, reported.filter((entry) => !breaking.includes(entry))).catch((error: unknown) => [{ diagnostic: unexpected(error), stage: 'check' }]),
    )
    return { slug, revision, breaking, verdict, stages: result.stages, took, ...(good === undefined ? {} : { good }) }
  } catch (error) {
    const diagnostics = error instanceof GazetteError ? [...error.diagnostics] : [unexpected(error)]
    const breaking = diagnostics.map((entry) => ({ diagnostic: entry, stage: 'load' }))
    const took = performance.now() - started
    const good = before?.good
    const verdict = new Verdict(() => Promise.resolve([]))
    return { slug, revision, breaking, verdict, stages: before?.stages ?? [], took, ...(good === undefined ? {} : { good }) }
  }
}

function unexpected(error: unknown): Diagnostic {
  return diagnostic('GZ-P001', error instanceof Error ? error.message : String(error), { hint: 'the next change of a file tries again' })
}

/** What `gazette check` would say: the words of the stages, and what the rules found in the message. */
async function judged(root: string, { state, newsletter }: BuildResult, reported: readonly Found[]): Promise<Found[]> {
  const found = await judge({ root, newsletter, state, diagnostics: [] })
  const before = reported.filter(({ stage }) => stage !== 'check')
  const others = [...new Set(before.map(({ stage }) => stage))].flatMap((stage) =>
    settle(before.filter((entry) => entry.stage === stage).map((entry) => entry.diagnostic), newsletter.checks.rules).map((entry) => ({ diagnostic: entry, stage })),
  )
  return [...others, ...found.map((entry) => ({ diagnostic: entry, stage: 'check' }))]
}

/** The findings of a build by stage: stages report in their order, each with the number it found. */
function attribute({ diagnostics, stages }: BuildResult): Found[] {
  let start = 0
  return stages.flatMap((stage) => {
    const own = diagnostics.slice(start, start + stage.findings)
    start += stage.findings
    return own.map((entry) => ({ diagnostic: entry, stage: stage.name }))
  })
}

function goodOf({ state, newsletter }: BuildResult, revision: number): Good | undefined {
  const { issue, issueFile, selection, stencil, boundHtml, assets, report, prepared, checkInput, findings } = state
  if (issue === undefined || issueFile === undefined || selection === undefined || prepared === undefined || checkInput === undefined) return undefined
  if (stencil === undefined || boundHtml === undefined || assets === undefined || report === undefined || findings === undefined) return undefined
  return { issue, issueFile, selection, stencil, boundHtml, assets, report, prepared, checkInput, findings, newsletter, revision }
}
