import { randomBytes } from 'node:crypto'
import { relative, resolve } from 'node:path'
import type { BuildReport } from '../app/build-report.ts'
import { build, type BuildResult } from '../app/build.ts'
import { issueSlugs } from '../app/issues.io.ts'
import { productOf } from '../app/stages.ts'
import { diagnostic, hasErrors, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { counted, readableSize } from '../lib/size.ts'
import type { Outcome } from './outcome.ts'
import type { Shell } from './shell.ts'

export interface BuildOptions {
  all?: true
  template?: string
  out?: string
  until?: string
  emit?: 'mjml'
}

/** Runs `gazette build` and words its result. */
export async function runBuild(shell: Shell, issue: string | undefined, options: BuildOptions): Promise<Outcome> {
  if (options.all === true && issue !== undefined) {
    throw new UsageError([diagnostic('GZ-U004', '--all and the name of an issue exclude each other')])
  }
  const slugs = options.all === true ? await issueSlugs(shell.root) : [issue]
  const results: BuildResult[] = []
  for (const slug of slugs) {
    const result = await build({
      root: shell.root,
      now: new Date(),
      random: randomBytes,
      emitMjml: options.emit === 'mjml',
      ...(slug === undefined ? {} : { issue: slug }),
      ...(options.template === undefined ? {} : { template: options.template }),
      ...(options.out === undefined ? {} : { out: resolve(options.out) }),
      ...(options.until === undefined ? {} : { until: options.until }),
    })
    if (shell.verbose) shell.note(timings(result))
    results.push(result)
  }
  const diagnostics = distinct(results.flatMap((result) => result.diagnostics))
  const data = results.map((result) => facts(result))
  return {
    data: options.all === true ? data : data[0],
    text: results.map((result) => words(result, options)).filter((text) => text !== '').join('\n\n'),
    diagnostics,
  }
}

/** An article used by two issues is found fault with once. */
function distinct(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return [...new Map(diagnostics.map((finding) => [JSON.stringify(finding), finding])).values()]
}

function facts({ state, stages, folder }: BuildResult): unknown {
  return {
    issue: state.issueFile?.slug ?? null,
    folder: state.written === undefined || folder === undefined ? null : shown(folder),
    files: state.written ?? [],
    report: state.report ?? null,
    stages,
  }
}

function words(result: BuildResult, { until }: BuildOptions): string {
  const { state, folder, stages } = result
  const last = stages.at(-1)
  if (state.written === undefined || folder === undefined) {
    if (until !== undefined && last?.ran === true && !hasErrors(result.diagnostics)) return product(result)
    return hasErrors(result.diagnostics) ? 'Nothing was written; the previous output is as it was.' : ''
  }
  const place = shown(folder)
  const width = Math.max(...state.written.map((file) => file.path.length))
  const rows = state.written
    .filter((file) => !file.path.startsWith('images/'))
    .map((file) => `  ${file.path.padEnd(width)}  ${readableSize(file.bytes).padStart(9)}`)
  const pictures = state.written.filter((file) => file.path.startsWith('images/'))
  if (pictures.length > 0) {
    const total = pictures.reduce((sum, file) => sum + file.bytes, 0)
    rows.push(`  ${'images/'.padEnd(width)}  ${readableSize(total).padStart(9)}  ${counted(pictures.length, 'picture')}`)
  }
  const { report } = state
  const summary = report === undefined ? [] : [
    `${counted(report.stories.length, 'story', 'stories')}, subject "${report.issue.subject}"`,
    `${readableSize(report.size.html)} of the ${readableSize(report.size.gmailClip)} of HTML that Gmail shows`,
    verdict(report),
  ]
  return [`Wrote ${place}/`, ...rows, ...summary, `Next: open ${place}/index.html in a browser`].join('\n')
}

/** One line on what the checks found. */
function verdict({ checks, issue }: BuildReport): string {
  if (checks.length === 0) return 'Checks: nothing found'
  const words = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const codes = checks.filter((rule) => rule.severity === severity).map(({ code }) => code)
    return codes.length === 0 ? [] : `${severity} ${codes.join(' ')}`
  })
  return `Checks: ${words.join(', ')}; \`gazette check ${issue.slug}\` says where`
}

/** What the last stage made: text as it is, data as JSON. */
function product({ state, stages }: BuildResult): string {
  const name = stages.at(-1)?.name
  const made = name === undefined ? undefined : productOf(name, state)
  return typeof made === 'string' ? made : JSON.stringify(made, jsonValue, 2)
}

function jsonValue(_key: string, value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries(value)
  if (value instanceof Set) return [...(value as Set<unknown>)]
  if (value instanceof Uint8Array) return `${value.length} bytes`
  return value
}

function timings({ stages }: BuildResult): string {
  const total = stages.reduce((sum, stage) => sum + stage.milliseconds, 0)
  const row = (name: string, milliseconds: number): string => `  ${name.padEnd(10)} ${milliseconds.toFixed(1).padStart(8)} ms`
  return [...stages.map((stage) => row(stage.name, stage.milliseconds)), row('total', total)].join('\n')
}

/** A path as the person would type it where they stand. */
function shown(path: string): string {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') ? path : near === '' ? '.' : near
}
