import { randomBytes } from 'node:crypto'
import { checkIssue, type CheckResult } from '../app/check.ts'
import { catalogue } from '../diagnostics/catalogue.ts'
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { exitCode, UsageError } from '../diagnostics/errors.ts'
import { suggestion } from '../lib/suggest.ts'
import type { Outcome } from './outcome.ts'
import { githubReport } from './reporters/github.ts'
import { humanReport } from './reporters/human.ts'
import { jsonReport } from './reporters/json.ts'
import { ndjsonReport } from './reporters/ndjson.ts'
import { sarifReport } from './reporters/sarif.ts'
import type { Shell } from './shell.ts'

export interface CheckOptions {
  reporter?: 'human' | 'json' | 'ndjson' | 'github' | 'sarif'
  failOn?: 'error' | 'warning'
  only?: string[]
  skip?: string[]
  template?: string
}

/** Runs `gazette check` and words its result. */
export async function runCheck(shell: Shell, named: string | undefined, options: CheckOptions): Promise<Outcome> {
  const { issue, only, skip } = sortWords(named, options)
  const result = await checkIssue({
    root: shell.root,
    now: new Date(),
    random: randomBytes,
    choice: { ...(only === undefined ? {} : { only }), ...(skip === undefined ? {} : { skip }) },
    ...(issue === undefined ? {} : { issue }),
    ...(options.template === undefined ? {} : { template: options.template }),
  })
  const failOn = options.failOn ?? result.newsletter.checks.failOn
  const failed = result.findings.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'))
  const exit = failed ? exitCode.content : exitCode.ok
  const data = { issue: result.issue ?? null, counts: counts(result.findings), failOn }
  return { data, text: textOf(result, options, shell, { data, exit }), diagnostics: result.findings, findingsInText: true, exit }
}

/**
 * The codes that were given, and the issue: `--only GZ-K1 2026-w48` hands the issue to the option that stands before
 * it, which only its look tells.
 *
 * @throws UsageError for a code that does not exist
 */
function sortWords(named: string | undefined, { only, skip }: CheckOptions): { issue?: string; only?: string[]; skip?: string[] } {
  const words = [...(only ?? []), ...(skip ?? [])].flatMap((word) => word.split(','))
  const [stray] = words.filter((word) => !/^gz-/i.test(word))
  const codes = (list: string[] | undefined): string[] | undefined => list?.flatMap((word) => word.split(',')).filter((word) => /^gz-/i.test(word))
  for (const code of words.filter((word) => /^gz-/i.test(word))) requireCode(code)
  const issue = named ?? stray
  if (named !== undefined && stray !== undefined) throw unknownCode(stray)
  const [chosen, skipped] = [codes(only), codes(skip)]
  return { ...(issue === undefined ? {} : { issue }), ...(chosen === undefined ? {} : { only: chosen }), ...(skipped === undefined ? {} : { skip: skipped }) }
}

function requireCode(code: string): void {
  if (!Object.keys(catalogue).some((known) => known.startsWith(code.toUpperCase()))) throw unknownCode(code)
}

function unknownCode(code: string): UsageError {
  const hint = suggestion(code.toUpperCase(), Object.keys(catalogue)) ?? '`gazette explain` lists all codes'
  return new UsageError([diagnostic('GZ-U002', `there is no code ${code}`, { hint })])
}

function counts(findings: readonly Diagnostic[]): Record<Diagnostic['severity'], number> {
  const count = (severity: Diagnostic['severity']): number => findings.filter((finding) => finding.severity === severity).length
  return { error: count('error'), warning: count('warning'), info: count('info') }
}

function textOf(result: CheckResult, options: CheckOptions, shell: Shell, { data, exit }: { data: unknown; exit: 0 | 1 }): string {
  const { findings } = result
  const reporter: CheckOptions['reporter'] = options.reporter
  switch (reporter) {
    case 'json':
      return jsonReport('check', data, findings, exit)
    case 'ndjson':
      return ndjsonReport(findings)
    case 'github':
      return githubReport(findings, shell.root)
    case 'sarif':
      return sarifReport(findings, shell.root)
    default:
      return human(result, shell)
  }
}

function human({ issue, findings }: CheckResult, shell: Shell): string {
  const shown = shell.quiet ? findings.filter(({ severity }) => severity === 'error') : findings
  const name = issue ?? 'The newsletter'
  if (findings.length === 0) return shell.quiet ? '' : `${name}: nothing found\nNext: gazette build ${issue ?? ''}`.trimEnd()
  return humanReport(shown, shell.root, process.stdout)
}
