import type { BuildContext, BuildState } from './build-state.ts'
import { stageDefiner, type Stage } from './pipeline.ts'
import { checkStage } from './stages/check.ts'
import { composeStage } from './stages/compose.ts'
import { load } from './stages/load.io.ts'
import {
  bindStage,
  expandStage,
  mimeStage,
  mjmlStage,
  precheckStage,
  squeezeStage,
  textStage,
} from './stages/render.ts'
import { selectStage } from './stages/select.ts'
import { summariseStage } from './stages/summarise.io.ts'
import { writeStage } from './stages/write.io.ts'

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
  stage('expand', 'fill the template in', ['issue', 'logo'], 'mjml', expandStage),
  stage('precheck', 'find what MJML would lose without a word', ['expanded'], 'checked', precheckStage),
  stage('mjml', 'turn MJML into HTML', ['checked', 'template', 'templateData'], 'html', mjmlStage),
  stage('squeeze', 'take the white space out', ['html'], 'squeezed', squeezeStage),
  stage('bind', "cut out the recipient's slots", ['squeezed', 'expanded'], 'boundHtml', bindStage),
  stage('text', 'write the plain-text part', ['issue', 'template', 'templateData'], 'boundText', textStage),
  stage('mime', 'encode the message', ['issue', 'boundHtml', 'boundText', 'assets'], 'stencil', mimeStage),
  stage(
    'check',
    'look at the finished message',
    ['articles', 'unreadable', 'issues', 'issueFile', 'prepared', 'issue', 'assets', 'template', 'boundHtml', 'boundText', 'stencil'],
    'report',
    checkStage,
  ),
  stage(
    'write',
    'write the output folder',
    ['issueFile', 'boundHtml', 'boundText', 'stencil', 'assets', 'report', 'mjml'],
    'written',
    writeStage,
  ),
]

/** The main result of a stage. */
export function productOf(name: string, state: BuildState): unknown {
  const makes = buildStages.find((candidate) => candidate.name === name)?.makes
  return makes === undefined ? undefined : state[makes]
}
