import { randomBytes } from 'node:crypto'
import { checkIssue, type CheckNote, type CheckResult, type FurtherCheck } from '../app/check.ts'
import { checkAndFix, type MendedFile } from '../app/fix/fix-content.io.ts'
import { catalogue } from '../diagnostics/catalogue.ts'
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { exitCode, UsageError } from '../diagnostics/errors.ts'
import { unifiedDiff } from '../lib/unified-diff.ts'
import { counted } from '../lib/size.ts'
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
  fix?: true
  network?: true
  allowHost?: string[]
  dns?: true
  dkimSelector?: string
  nameServer?: string
  spamd?: string
}

/** Runs `gazette check` and words its result. */
export async function runCheck(shell: Shell, named: string | undefined, options: CheckOptions): Promise<Outcome> {
  const { issue, only, skip } = sortWords(named, options)
  const { more, close } = await furtherChecks(shell, options)
  try {
    const request = {
      root: shell.root,
      now: new Date(),
      random: randomBytes,
      more,
      choice: { ...(only === undefined ? {} : { only }), ...(skip === undefined ? {} : { skip }) },
      ...(issue === undefined ? {} : { issue }),
      ...(options.template === undefined ? {} : { template: options.template }),
    }
    const { result, files } = options.fix === true ? await checkAndFix(request) : { result: await checkIssue(request), files: [] }
    return outcomeOf(shell, options, result, files)
  } finally {
    close()
  }
}

function outcomeOf(shell: Shell, options: CheckOptions, result: CheckResult, files: readonly MendedFile[]): Outcome {
  const failOn = options.failOn ?? result.newsletter.checks.failOn
  const failed = result.findings.some(({ severity }) => severity === 'error' || (failOn === 'warning' && severity === 'warning'))
  const exit = failed ? exitCode.content : exitCode.ok
  const mended = files.map(({ file, before, after, mended: count }) => ({ file, mended: count, diff: unifiedDiff(before, after, file) }))
  const data = {
    issue: result.issue ?? null,
    counts: counts(result.findings),
    failOn,
    notes: result.notes,
    ...(options.fix === true ? { mended } : {}),
  }
  return { data, text: textOf(result, options, shell, { data, exit, files }), diagnostics: result.findings, findingsInText: true, exit }
}

/** The checks that options ask for beside the rules, and what ends them. */
async function furtherChecks(shell: Shell, options: CheckOptions): Promise<{ more: FurtherCheck[]; close: () => void }> {
  const more: FurtherCheck[] = []
  let close = (): void => undefined
  if (options.network === true || (options.allowHost ?? []).length > 0) {
    const { hostsOf, openClient } = await import('./ingest/network.ts')
    const { networkCheck } = await import('../app/network/check-network.io.ts')
    const allowed = hostsOf(options.allowHost)
    const client = openClient()
    close = client.close
    more.push(networkCheck({ root: shell.root, client, allowed, now: Date.now, note: shell.note }))
  }
  if (options.dns === true || options.dkimSelector !== undefined || options.nameServer !== undefined) {
    const { dnsCheck } = await import('../app/mail/check-dns.io.ts')
    const { dkimSelector, nameServer } = options
    more.push(dnsCheck({ ...(dkimSelector === undefined ? {} : { dkimSelector }), ...(nameServer === undefined ? {} : { server: nameServer }) }))
  }
  if (options.spamd !== undefined) {
    const { spamCheck } = await import('../app/mail/check-spam.ts')
    const { host, port } = addressOf(options.spamd)
    more.push(spamCheck(host, port))
  }
  return { more, close }
}

/** @throws UsageError for what is no host and port */
function addressOf(text: string): { host: string; port: number } {
  const match = /^(?:(\[[0-9a-f:]+\]|[^:[\]\s]+):)?(\d{1,5})$/i.exec(text)
  const port = Number(match?.[2])
  if (match === null || port < 1 || port > 65_535) {
    throw new UsageError([diagnostic('GZ-U004', `--spamd takes a host and a port, such as localhost:783, and not ${text}`)])
  }
  return { host: (match[1] ?? '127.0.0.1').replace(/^\[|\]$/g, ''), port }
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

interface Outputs {
  data: unknown
  exit: 0 | 1
  files: readonly MendedFile[]
}

function textOf(result: CheckResult, options: CheckOptions, shell: Shell, { data, exit, files }: Outputs): string {
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
      return human(result, shell, files)
  }
}

function human({ issue, findings, notes }: CheckResult, shell: Shell, files: readonly MendedFile[]): string {
  const shown = shell.quiet ? findings.filter(({ severity }) => severity === 'error') : findings
  const name = issue ?? 'The newsletter'
  const diffs = files.map(({ file, before, after }) => unifiedDiff(before, after, file))
  const mended = files.reduce((sum, file) => sum + file.mended, 0)
  const parts = [...diffs, ...(files.length === 0 ? [] : [`Mended ${counted(mended, 'finding')} in ${counted(files.length, 'file')}.`])]
  if (!shell.quiet) parts.push(...notes.map(noteText))
  if (findings.length > 0) parts.push(humanReport(shown, shell.root, process.stdout))
  else if (!shell.quiet) parts.push(`${name}: nothing found`, issue === undefined ? 'Next: gazette preview' : `Next: gazette preview ${issue}, then gazette test ${issue}`)
  return parts.filter((part) => part !== '').join('\n')
}

function noteText({ subject, text, meaning }: CheckNote): string {
  return `${subject}: ${text}${meaning === undefined ? '' : `\n   ${meaning}`}`
}
