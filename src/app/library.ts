import { randomBytes } from 'node:crypto'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { Blurb } from '../model/blurb.ts'
import { fill } from '../model/fill.ts'
import { personalise } from '../model/personalise.ts'
import type { RecipientFields } from '../model/stencil.ts'
import { detectLanguage } from '../summarise/language.ts'
import { createSummariser, type ExtractiveMethod } from '../summarise/summariser.ts'
import type { BuildReport } from './build-report.ts'
import { build as runBuild } from './build.ts'
import { checkIssue } from './check.ts'
import { sampleFields } from './publication.ts'

export interface BuildOptions {
  /** The newsletter folder; left out, the current one. */
  root?: string
  /** Name of the issue's file without `.md`; left out, the newest. */
  issue?: string
  /** Template in place of the one that the content names. */
  template?: string
  /** Folder below which the issue's own folder is written, as seen from `root`; left out, `out`. */
  out?: string
  /** Write the output folder; left out, nothing is written. */
  write?: boolean
  /** The day that counts as today; left out, it is. */
  now?: Date
}

/** An issue, rendered. */
export interface BuiltIssue {
  /** Subject, sizes and the stories with their blurbs, as in report.json. */
  report: BuildReport
  html: string
  text: string
  /** The MJML before it became HTML. */
  mjml: string
  /** The finished message (RFC 5322) for a made-up reader. */
  message: Uint8Array
  /** The finished message for a reader: `email`, and whatever fields the template has slots for. */
  messageFor: (recipient: RecipientFields) => Uint8Array
  /** Files that were written, relative to `folder`. */
  files: string[]
  folder?: string
}

export interface BuildOutcome {
  /** Whether there is no error. */
  ok: boolean
  /** Absent when an error kept it from being made. */
  issue?: BuiltIssue
  /** Every problem found, each with its file and line. */
  diagnostics: Diagnostic[]
}

/**
 * Builds an issue.
 *
 * @throws UsageError when newsletter.yaml, or the issue asked for, is not usable
 * @throws EnvironmentError when the disk refuses
 */
export async function build(options: BuildOptions = {}): Promise<BuildOutcome> {
  const { state, diagnostics, newsletter, folder } = await runBuild({
    root: options.root ?? '.',
    now: options.now ?? new Date(),
    random: randomBytes,
    ...(options.issue === undefined ? {} : { issue: options.issue }),
    ...(options.template === undefined ? {} : { template: options.template }),
    ...(options.out === undefined ? {} : { out: options.out }),
    ...(options.write === true ? {} : { until: 'check' }),
  })
  const ok = !hasErrors(diagnostics)
  const { report, boundHtml, boundText, stencil, mjml, written } = state
  if (!ok || report === undefined || boundHtml === undefined || boundText === undefined || stencil === undefined || mjml === undefined) {
    return { ok, diagnostics }
  }
  const fields = sampleFields(newsletter)
  const issue: BuiltIssue = {
    report,
    html: fill(boundHtml, fields),
    text: fill(boundText, fields),
    mjml,
    message: personalise(stencil, fields),
    messageFor: (recipient) => personalise(stencil, recipient),
    files: written?.map((file) => file.path) ?? [],
    ...(written === undefined || folder === undefined ? {} : { folder }),
  }
  return { ok, issue, diagnostics }
}

/**
 * Everything that is wrong with an issue, by every rule that needs no network, without making any file.
 *
 * @throws UsageError when newsletter.yaml, or the issue asked for, is not usable
 */
export async function check(options: Omit<BuildOptions, 'out' | 'write'> = {}): Promise<{ ok: boolean; diagnostics: Diagnostic[] }> {
  const { root = '.', now = new Date(), issue, template } = options
  const { findings } = await checkIssue({
    root,
    now,
    random: randomBytes,
    ...(issue === undefined ? {} : { issue }),
    ...(template === undefined ? {} : { template }),
  })
  return { ok: !hasErrors(findings), diagnostics: findings }
}

export interface SummariseTextOptions {
  title?: string
  /** Most words the blurb may have; left out, 45. */
  words?: number
  /** BCP 47 language tag; left out, it is found from the text. */
  lang?: string
  method?: ExtractiveMethod
}

/**
 * The blurb of a text: whole sentences of it within a budget of words, in their order.
 *
 * @param text Markdown or plain text
 */
export function summarise(text: string, options: SummariseTextOptions = {}): Blurb {
  const { title = '', words = 45, lang, method = 'extractive' } = options
  return createSummariser({ method })({ title, text, lang: lang ?? detectLanguage(text) ?? 'en' }, { words })
}
