import { gmailClip } from '../checks/simulate/gmail.ts'
import { type Code, type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import type { Severity } from '../diagnostics/entry.ts'
import { countWords } from '../lib/words.ts'
import type { BlurbMethod, SourceSentence } from '../model/blurb.ts'
import type { Issue, Story } from '../model/issue.ts'

/** What report.json says of a built issue. The same content gives the same report. */
export interface BuildReport {
  issue: { slug: string; number?: number; date: string; subject: string; preheader: string; lang: string; template: string }
  size: { html: number; text: number; message: number; gmailClip: number }
  stories: ReportedStory[]
  checks: RuleTally[]
  diagnostics: readonly Diagnostic[]
}

/** What the checks found, by rule. */
export interface RuleTally {
  code: Code
  severity: Severity
  findings: number
}

/** Counts findings by their rules, the most serious rules first. */
export function tally(findings: readonly Diagnostic[]): RuleTally[] {
  const rules = new Map<Code, RuleTally>()
  for (const { code, severity } of sortDiagnostics(findings)) {
    const rule = rules.get(code) ?? { code, severity, findings: 0 }
    rules.set(code, { ...rule, findings: rule.findings + 1 })
  }
  return [...rules.values()]
}

interface ReportedStory {
  slug: string
  title: string
  section: string
  file: string
  lead: boolean
  blurb: { text: string; words: number; method: BlurbMethod; sentences: SourceSentence[] }
}

/** Sums a built issue up. */
export function buildReport(
  issue: Issue,
  size: { html: number; text: number; message: number },
  checks: RuleTally[],
  diagnostics: readonly Diagnostic[],
): BuildReport {
  const { slug, number, date, subject, preheader, lang, template, lead, sections } = issue
  const others = sections.flatMap((section) => section.stories)
  return {
    issue: { slug, ...(number === undefined ? {} : { number }), date, subject, preheader, lang, template },
    size: { ...size, gmailClip },
    stories: [...(lead === undefined ? [] : [reported(lead, true)]), ...others.map((story) => reported(story, false))],
    checks,
    diagnostics,
  }
}

function reported({ slug, title, section, file, blurb, origin, lang }: Story, lead: boolean): ReportedStory {
  const { method, sentences } = origin
  return { slug, title, section, file, lead, blurb: { text: blurb.text, words: countWords(blurb.text, lang), method, sentences } }
}
