import { join, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { requireNewsletter } from '../config/load.io.ts'
import type { Newsletter } from '../config/newsletter.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { suggestion } from '../lib/suggest.ts'
import type { BuildContext, BuildMemory, BuildState } from './build-state.ts'
import { runPipeline, type StageReport } from './pipeline.ts'
import { buildStages } from './stages.ts'

export interface BuildRequest {
  /** The newsletter folder. */
  root: string
  /** Slug of the issue; left out, the newest. */
  issue?: string
  /** Template that replaces the one the content names. */
  template?: string
  /** Folder below which the issue's folder is written; left out, `out` in the newsletter folder. */
  out?: string
  /** Name of the last stage to run; left out, all of them. */
  until?: string
  /** Also write the expanded MJML. */
  emitMjml?: boolean
  now: Date
  /** Random bytes, for the nonce of slot tokens. */
  random: (bytes: number) => Uint8Array
  /** Handed from one build to the next in the same process, so that what did not change is not made again. */
  memory?: BuildMemory
}

export interface BuildResult {
  state: BuildState
  newsletter: Newsletter
  diagnostics: Diagnostic[]
  stages: StageReport[]
  /** What it was made with. */
  context: BuildContext
  /** Folder of the issue, absolute; written when there is no error and no `until` before the last stage. */
  folder?: string
}

/** An empty memory for a series of builds. */
export function createMemory(): BuildMemory {
  return { blurbs: new Map(), templates: new Map() }
}

/**
 * Builds one issue.
 *
 * @returns what each stage made and every problem found; the output folder is untouched when one is an error
 * @throws UsageError when newsletter.yaml, the issue or the stage asked for is not usable
 * @throws EnvironmentError when the disk refuses
 */
export async function build(request: BuildRequest): Promise<BuildResult> {
  const names = buildStages.map((stage) => stage.name)
  if (request.until !== undefined && !names.includes(request.until)) {
    const hint = suggestion(request.until, names) ?? `the stages are ${names.join(', ')}`
    throw new UsageError([diagnostic('GZ-U004', `there is no stage ${request.until}`, { hint })])
  }
  const root = resolve(request.root)
  const newsletter = await requireNewsletter(root)
  const context: BuildContext = {
    root,
    newsletter,
    ...(request.issue === undefined ? {} : { issue: request.issue }),
    ...(request.template === undefined ? {} : { template: request.template }),
    out: resolve(root, request.out ?? 'out'),
    emitMjml: request.emitMjml ?? false,
    now: request.now,
    random: request.random,
    memory: request.memory ?? createMemory(),
  }
  const options = { now: () => performance.now(), ...(request.until === undefined ? {} : { until: request.until }) }
  const { state, diagnostics, stages } = await runPipeline(buildStages, {}, context, options)
  const folder = state.issueFile === undefined ? {} : { folder: join(context.out, state.issueFile.slug) }
  return { state, newsletter, diagnostics, stages, context, ...folder }
}

/**
 * Goes on with a build that `until` ended early.
 *
 * @param until name of the last stage to run
 * @returns the whole build, as if it had run to that stage at once
 * @throws EnvironmentError when the disk refuses
 */
export async function continueBuild(begun: BuildResult, until: string): Promise<BuildResult> {
  const options = { now: () => performance.now(), until, found: begun.diagnostics }
  const { state, diagnostics, stages } = await runPipeline(buildStages.slice(begun.stages.length), begun.state, begun.context, options)
  return { ...begun, state, diagnostics: [...begun.diagnostics, ...diagnostics], stages: [...begun.stages, ...stages] }
}
