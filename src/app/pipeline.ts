import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** What a stage adds to the state, and what it found. */
export interface StageResult<State> {
  /** Left out when the stage could not do its part; stages that need it are then passed over. */
  state?: Partial<State>
  diagnostics?: readonly Diagnostic[]
}

/** One named step of a pipeline. */
export interface Stage<State, Context> {
  name: string
  /** What it does, in a few words, for `--verbose`, the preview and the docs. */
  about: string
  /** Parts of the state without which it cannot run. */
  needs: readonly (keyof State)[]
  /** The part of the state that is its main result, shown by `--until`. */
  makes: keyof State
  /** `found` is what the stages before it found. */
  run: (state: State, context: Context, found: readonly Diagnostic[]) => StageResult<State> | Promise<StageResult<State>>
}

export interface StageReport {
  name: string
  milliseconds: number
  findings: number
  /** False when something it needs was missing. */
  ran: boolean
}

export interface PipelineResult<State> {
  state: State
  diagnostics: Diagnostic[]
  stages: StageReport[]
}

/**
 * A function that defines the stages of one pipeline. The `run` of a stage sees the parts it needs as present, since
 * the runner calls it only when they are.
 */
export function stageDefiner<State, Context>(): <Need extends keyof State>(
  name: string,
  about: string,
  needs: readonly Need[],
  makes: keyof State,
  run: (
    state: State & { [K in Need]-?: Exclude<State[K], undefined> },
    context: Context,
    found: readonly Diagnostic[],
  ) => StageResult<State> | Promise<StageResult<State>>,
) => Stage<State, Context> {
  return (name, about, needs, makes, run) => ({ name, about, needs, makes, run: run as Stage<State, Context>['run'] })
}

/**
 * Runs the stages in order. One that lacks what it needs is passed over and the ones after it still get their turn,
 * so that a run reports every problem it can find and not only the first.
 *
 * @param until name of the last stage to run; left out, all of them
 * @param now milliseconds from any fixed point, for the timings
 * @param found what stages before these have found; theirs is not part of the result
 */
export async function runPipeline<State extends object, Context>(
  stages: readonly Stage<State, Context>[],
  initial: State,
  context: Context,
  options: { until?: string; now: () => number; found?: readonly Diagnostic[] },
): Promise<PipelineResult<State>> {
  let state = initial
  const diagnostics: Diagnostic[] = []
  const reports: StageReport[] = []
  for (const stage of stages) {
    const ready = stage.needs.every((need) => state[need] !== undefined)
    const started = options.now()
    const result = ready ? await stage.run(state, context, [...(options.found ?? []), ...diagnostics]) : {}
    const found = result.diagnostics ?? []
    diagnostics.push(...found)
    state = { ...state, ...result.state }
    reports.push({ name: stage.name, milliseconds: options.now() - started, findings: found.length, ran: ready })
    if (stage.name === options.until) break
  }
  return { state, diagnostics, stages: reports }
}
