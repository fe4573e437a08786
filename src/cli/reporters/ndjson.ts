import { type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.ts'

/** Findings as JSON Lines: one finding per line, the most serious first. */
export function ndjsonReport(diagnostics: readonly Diagnostic[]): string {
  return sortDiagnostics(diagnostics).map((finding) => JSON.stringify(finding)).join('\n')
}
