import { join } from 'node:path'
import { type Choice, isChosen, settle } from '../checks/check.ts'
import type { Finding } from '../checks/finding.ts'
import type { CheckInput } from '../checks/input.ts'
import { needTemplate, placeFindings } from '../checks/place-findings.ts'
import { newsletterFile } from '../config/load.io.ts'
import type { Newsletter } from '../config/newsletter.ts'
import type { Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { readIfPresent } from '../lib/files.io.ts'
import { readYaml } from '../lib/yaml-document.ts'
import { build } from './build.ts'
import type { BuildState } from './build-state.ts'
import { templatePlaces } from './template-places.ts'

export interface CheckRequest {
  /** The newsletter folder. */
  root: string
  /** Slug of the issue; left out, the newest. */
  issue?: string
  /** Template that replaces the one the content names. */
  template?: string
  choice?: Choice
  now: Date
  random: (bytes: number) => Uint8Array
  /** Further checks, such as those that ask the network; they run on an issue that could be built. */
  more?: readonly FurtherCheck[]
}

/**
 * A check that is more than looking at the issue, such as one that asks the network. It is given what was found so
 * far, and returns all of that which still holds with what it adds.
 */
export type FurtherCheck = (input: CheckInput, found: readonly Finding[]) => Promise<{ findings: Finding[]; notes?: readonly CheckNote[] }>

/** Something that a check learned and that is worth saying even when nothing is wrong. */
export interface CheckNote {
  /** What was looked at, in a word or two. */
  subject: string
  /** What was found. */
  text: string
  /** What it means for the sender. */
  meaning?: string
}

export interface CheckResult {
  newsletter: Newsletter
  /** Slug of the issue; left out when there is none. */
  issue?: string
  /** What is wrong, each with its place, severities as the newsletter sets them. */
  findings: Finding[]
  /** What further checks learned. */
  notes: CheckNote[]
  /** What the rules saw; left out when the issue could not be built. */
  input?: CheckInput
}

/**
 * Builds an issue without writing anything and applies every rule to it.
 *
 * @throws UsageError when newsletter.yaml or the issue asked for is not usable
 */
export async function checkIssue(request: CheckRequest): Promise<CheckResult> {
  const { root, now, random, issue, template, choice = {}, more = [] } = request
  const { state, newsletter, diagnostics } = await build({
    root,
    now,
    random,
    until: 'check',
    ...(issue === undefined ? {} : { issue }),
    ...(template === undefined ? {} : { template }),
  })
  const slug = state.issueFile === undefined ? {} : { issue: state.issueFile.slug }
  const { findings, checkInput: input } = state
  // What keeps the issue from being built is said whatever was chosen.
  if (findings === undefined || input === undefined) return { newsletter, ...slug, findings: diagnostics, notes: [] }
  const notes: CheckNote[] = []
  let all: readonly Finding[] = findings
  for (const check of more) {
    const answer = await check(input, all)
    all = answer.findings
    notes.push(...(answer.notes ?? []))
  }
  return { newsletter, ...slug, input, notes, findings: await judge({ root, newsletter, state, diagnostics }, all, choice) }
}

/**
 * Everything that is wrong with an issue that could be built: what the stages reported and what the rules found, each
 * with its place, severities as the newsletter sets them.
 *
 * @param built the folder, and what `build` made of it
 * @param all what the rules found, and what checks found that are no part of a build
 */
export async function judge(
  built: { root: string; newsletter: Newsletter; state: BuildState; diagnostics: readonly Diagnostic[] },
  all: readonly Finding[] = built.state.findings ?? [],
  choice: Choice = {},
): Promise<Finding[]> {
  const { root, newsletter, state, diagnostics } = built
  const placed = await placeFound(all.filter(({ code }) => isChosen(code, choice)), state, root)
  const codes = new Set((state.findings ?? []).map(({ code }) => code))
  const others = diagnostics.filter(({ code }) => !codes.has(code) && isChosen(code, choice))
  return settle([...others, ...placed], newsletter.checks.rules)
}

/**
 * Puts the author's places to what the rules found.
 *
 * @param state of the build that the findings come from
 * @param root the newsletter folder
 */
export async function placeFound(findings: readonly Finding[], state: BuildState, root: string): Promise<Finding[]> {
  const { expanded, checkInput: input } = state
  if (expanded === undefined || input === undefined) return [...findings]
  const element = needTemplate(findings) ? await templatePlaces(expanded, input.html) : () => undefined
  const yaml = readYaml((await readIfPresent(join(root, newsletterFile))) ?? '')
  const setting = (path: readonly string[]): { file: string; line: number; column: number } => ({ file: newsletterFile, ...yaml.placeOf(path, 'key') })
  const text = (hints: readonly string[]): Place => placeIn(state.template?.text.main.file, hints) ?? input.template.text
  return placeFindings(findings, { main: input.template.main, element, text, setting })
}

/** Where the first of some texts stands in a file. */
function placeIn(written: { file: string; source: string } | undefined, hints: readonly string[]): Place | undefined {
  if (written === undefined) return undefined
  const at = hints.map((hint) => written.source.indexOf(hint)).find((offset) => offset !== -1)
  if (at === undefined) return undefined
  const before = written.source.slice(0, at).split('\n')
  return { file: written.file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
