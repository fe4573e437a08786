import { performance } from 'node:perf_hooks'
import { build, type BuildRequest, type BuildResult, continueBuild } from '../app/build.ts'
import type { BuildState } from '../app/build-state.ts'
import type { StageReport } from '../app/pipeline.ts'
import { judge } from '../app/check.ts'
import { sampleFields } from '../app/publication.ts'
import { settle } from '../checks/check.ts'
import type { Newsletter } from '../config/newsletter.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { GazetteError } from '../diagnostics/errors.ts'
import { fill } from '../model/fill.ts'
import { elementOf, type Found } from './findings.ts'
import { Verdict } from './verdict.ts'

/** What a build that worked leaves behind: all that the page may ask of a message. */
export type Good = Required<Pick<BuildState, 'issue' | 'issueFile' | 'selection' | 'stencil' | 'boundHtml' | 'assets' | 'prepared'>> & {
  newsletter: Newsletter
  revision: number
  /** Bytes of the HTML as the newsletter itself gets it. */
  bytes: number
  /** Numbers of the HTML's elements that findings are about; those of the build before until its own are known. */
  marked: readonly number[]
}

/** One build of an issue. */
export interface Snapshot {
  slug: string
  revision: number
  /** Errors of the stages before the check: no message could be made of the content as it is. */
  breaking: Found[]
  /** Everything else that is wrong. */
  verdict: Verdict
  /** With the check of the build before until its own is done. */
  stages: readonly StageReport[]
  /** Milliseconds until the message was there. */
  took: number
  /** The last build that worked, this one or an earlier one. */
  good?: Good
}

/** The stage that finishes the message, and the one that judges it. */
const messageStage = 'mime'
const checkStage = 'check'

/**
 * Builds an issue without writing anything. Never fails: whatever stops the build is among the findings. The message
 * comes first; the rules look at it when the verdict is asked for.
 *
 * @param before the build before this one, whose message stays while there is no better one
 */
export async function takeSnapshot(slug: string, revision: number, request: BuildRequest, before: Snapshot | undefined): Promise<Snapshot> {
  const started = performance.now()
  try {
    const result = await build({ ...request, until: messageStage })
    const reported = attribute(result)
    const breaking = reported.filter((entry) => entry.diagnostic.severity === 'error')
    const fresh = goodOf(result, revision, before?.good?.marked ?? [])
    // A message made of half the content is better than none, but not better than a whole one.
    const good = breaking.length === 0 ? (fresh ?? before?.good) : (before?.good ?? fresh)
    const took = performance.now() - started
    const verdict = new Verdict(async () => {
      try {
        const checked = await continueBuild(result, checkStage)
        snapshot.stages = checked.stages
        if (fresh !== undefined) fresh.marked = [...new Set(checked.state.findings?.flatMap((finding) => elementOf(finding) ?? []))]
        return await judged(request.root, checked, reported.filter((entry) => !breaking.includes(entry)))
      } catch (error) {
        return [{ diagnostic: unexpected(error), stage: checkStage }]
      }
    })
    const stages = [...result.stages, ...(before?.stages.filter(({ name }) => name === checkStage) ?? [])]
    const snapshot: Snapshot = { slug, revision, breaking, verdict, stages, took, ...(good === undefined ? {} : { good }) }
    return snapshot
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
  const others = [...new Set(reported.map(({ stage }) => stage))].flatMap((stage) =>
    settle(reported.filter((entry) => entry.stage === stage).map((entry) => entry.diagnostic), newsletter.checks.rules).map((entry) => ({ diagnostic: entry, stage })),
  )
  return [...others, ...found.map((entry) => ({ diagnostic: entry, stage: checkStage }))]
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

function goodOf({ state, newsletter }: BuildResult, revision: number, marked: readonly number[]): Good | undefined {
  const { issue, issueFile, selection, stencil, boundHtml, assets, prepared } = state
  if (issue === undefined || issueFile === undefined || selection === undefined || prepared === undefined) return undefined
  if (stencil === undefined || boundHtml === undefined || assets === undefined) return undefined
  const bytes = Buffer.byteLength(fill(boundHtml, sampleFields(newsletter)))
  return { issue, issueFile, selection, stencil, boundHtml, assets, prepared, newsletter, revision, bytes, marked }
}
