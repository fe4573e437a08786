import { performance } from 'node:perf_hooks'
import { build, type BuildRequest, type BuildResult } from '../app/build.ts'
import type { BuildState } from '../app/build-state.ts'
import type { StageReport } from '../app/pipeline.ts'
import type { Newsletter } from '../config/newsletter.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { GazetteError } from '../diagnostics/errors.ts'
import type { Found } from './findings.ts'

/** What a build that worked leaves behind: all that the page may ask of a message. */
export type Good = Required<Pick<BuildState, 'issue' | 'issueFile' | 'selection' | 'stencil' | 'boundHtml' | 'assets' | 'report' | 'prepared'>> & {
  newsletter: Newsletter
  revision: number
}

/** One build of an issue. */
export interface Snapshot {
  slug: string
  revision: number
  found: Found[]
  /** Errors of the stages before the check: no message could be made of the content as it is. */
  breaking: Diagnostic[]
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
    const found = attribute(result)
    const breaking = found.filter((entry) => entry.diagnostic.severity === 'error' && !judging.has(entry.stage)).map((entry) => entry.diagnostic)
    const fresh = goodOf(result, revision)
    // A message made of half the content is better than none, but not better than a whole one.
    const good = breaking.length === 0 ? (fresh ?? before?.good) : (before?.good ?? fresh)
    const took = performance.now() - started
    return { slug, revision, found, breaking, stages: result.stages, took, ...(good === undefined ? {} : { good }) }
  } catch (error) {
    const diagnostics = error instanceof GazetteError ? [...error.diagnostics] : [unexpected(error)]
    const found = diagnostics.map((entry) => ({ diagnostic: entry, stage: 'load' }))
    const took = performance.now() - started
    const good = before?.good
    return { slug, revision, found, breaking: diagnostics, stages: before?.stages ?? [], took, ...(good === undefined ? {} : { good }) }
  }
}

function unexpected(error: unknown): Diagnostic {
  return diagnostic('GZ-P001', error instanceof Error ? error.message : String(error), { hint: 'the next change of a file tries again' })
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
  const { issue, issueFile, selection, stencil, boundHtml, assets, report, prepared } = state
  if (issue === undefined || issueFile === undefined || selection === undefined || prepared === undefined) return undefined
  if (stencil === undefined || boundHtml === undefined || assets === undefined || report === undefined) return undefined
  return { issue, issueFile, selection, stencil, boundHtml, assets, report, prepared, newsletter, revision }
}
