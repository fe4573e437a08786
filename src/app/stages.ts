import type { BuildContext, BuildState } from './build-state.ts'
import { stageDefiner, type Stage } from './pipeline.ts'
import { composeStage } from './stages/compose.ts'
import { load } from './stages/load.io.ts'
import { selectStage } from './stages/select.ts'
import { summariseStage } from './stages/summarise.io.ts'

const stage = stageDefiner<BuildState, BuildContext>()

/** The pipeline of a build, in order. */
export const buildStages: readonly Stage<BuildState, BuildContext>[] = [
  stage('load', 'read newsletter, articles and issues', [], 'issueFile', (_state, context) => load(context)),
  stage(
    'select',
    'choose and place the articles',
    ['articles', 'issues', 'issueFile', 'unreadable', 'warnings'],
    'selection',
    selectStage,
  ),
  stage('summarise', 'write a blurb for each story', ['selection'], 'prepared', summariseStage),
  stage('compose', 'put the issue together', ['issueFile', 'selection', 'prepared'], 'issue', composeStage),
]

/** The main result of a stage. */
export function productOf(name: string, state: BuildState): unknown {
  const makes = buildStages.find((candidate) => candidate.name === name)?.makes
  return makes === undefined ? undefined : state[makes]
}
