import type { Severity } from '../diagnostics/entry.ts'
import { CheckContext } from './context.ts'
import type { Finding } from './finding.ts'
import type { CheckInput } from './input.ts'
import { rules } from './rules.ts'

/** Which rules run. Codes may be cut short: `GZ-K4` stands for all that begin with it. */
export interface Choice {
  only?: readonly string[]
  skip?: readonly string[]
}

/**
 * Runs the offline rules over an issue.
 *
 * @returns what they found, with places still to be put to some (`placeFindings`) and not yet settled (`settle`)
 */
export function runRules(input: CheckInput, choice: Choice = {}): Finding[] {
  const context = new CheckContext(input)
  const settings = input.newsletter.checks.rules
  return rules.filter(({ code }) => isChosen(code, choice) && settings[code] !== 'off').flatMap((rule) => [...rule.check(context)])
}

/** Whether a rule runs. */
export function isChosen(code: string, { only, skip }: Choice): boolean {
  const named = (list: readonly string[]): boolean => list.some((prefix) => code.startsWith(prefix.toUpperCase()))
  return (only === undefined || only.length === 0 || named(only)) && !(skip !== undefined && named(skip))
}

/** Gives findings the severities of the settings and folds those that say the same of the same place. */
export function settle(found: readonly Finding[], settings: Readonly<Partial<Record<string, Severity | 'off'>>>): Finding[] {
  const kept = new Map<string, Finding & { times: number }>()
  for (const one of found) {
    const severity = settings[one.code] ?? one.severity
    if (severity === 'off') continue
    const key = [one.code, one.file, one.line, one.column, one.message].join('\0')
    const known = kept.get(key)
    if (known === undefined) kept.set(key, { ...one, severity, times: 1 })
    else known.times++
  }
  return [...kept.values()].map(({ times, ...one }) => (times > 1 ? { ...one, message: `${one.message} (${times} times)` } : one))
}

