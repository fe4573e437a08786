import { runRules, settle } from '../../checks/check.ts'
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { buildReport, tally } from '../build-report.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import { type Checkable, checkInput } from '../check-input.ts'
import type { StageResult } from '../pipeline.ts'

/**
 * Looks at the finished message with every rule that needs no network, and sums the issue up. What the rules find is
 * counted and not reported: a build is a build whatever they say, and `gazette check` says it with places. Only that
 * Gmail would cut the message is worth a word at once.
 */
export function checkStage(made: Checkable, context: BuildContext, found: readonly Diagnostic[]): StageResult<BuildState> {
  const input = checkInput(made, context)
  const findings = runRules(input)
  const clipped = findings.filter(({ code }) => code === 'GZ-R009')
  const diagnostics = clipped.map(({ code, message, hint }) => diagnostic(code, message, hint === undefined ? {} : { hint }))
  const size = { html: Buffer.byteLength(input.html), text: Buffer.byteLength(input.text), message: input.message?.length ?? 0 }
  const report = buildReport(made.issue, size, tally(settle(findings, context.newsletter.checks.rules)), [...found, ...diagnostics])
  return { state: { findings, checkInput: input, report }, diagnostics }
}
