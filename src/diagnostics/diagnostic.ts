import { compareText } from '../lib/compare.ts'
import { catalogue, type Code } from './catalogue.ts'
import type { Severity } from './entry.ts'

export type { Code } from './catalogue.ts'

/** A place in a file the author can open. Lines and columns count from 1; columns count UTF-16 units. */
export interface Place {
  /** Path relative to the newsletter folder, with forward slashes. */
  file: string
  line?: number
  column?: number
}

/**
 * One finding, as a value that any stage may return. It is never thrown: what the author can fix is
 * collected and reported together.
 */
export interface Diagnostic extends Partial<Place> {
  code: Code
  severity: Severity
  /** One sentence: what is wrong, with the offending value, without the place. */
  message: string
  /** What to do about it. */
  hint?: string
  /** The text of the line at fault, when the file is not one that a reporter could read again. */
  sourceLine?: string
}

/**
 * Makes a diagnostic of a catalogued code.
 *
 * @param code permanent code; its entry in the catalogue gives the default severity
 * @param message one sentence without the place
 * @param details place, hint, and a severity other than the catalogue's
 */
export function diagnostic(
  code: Code,
  message: string,
  details: Partial<Omit<Diagnostic, 'code' | 'message'>> = {},
): Diagnostic {
  return { code, severity: catalogue[code].severity, message, ...details }
}

/** Whether any of the findings is an error. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some((finding) => finding.severity === 'error')
}

const rank: Record<Severity, number> = { error: 0, warning: 1, info: 2 }

/** Orders findings by severity, then by file, line, column and code, without changing the input. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted(
    (a, b) =>
      rank[a.severity] - rank[b.severity] ||
      compareText(a.file ?? '', b.file ?? '') ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  )
}
