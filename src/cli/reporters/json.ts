import { type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.ts'
import { exitCode, type ExitCode } from '../../diagnostics/errors.ts'
import { version } from '../version.ts'

/** The one document that `--json` prints: `{ok, command, version, data, diagnostics}`. */
export function jsonReport(command: string, data: unknown, diagnostics: readonly Diagnostic[], exit: ExitCode): string {
  return JSON.stringify(
    { ok: exit === exitCode.ok, command, version, data, diagnostics: sortDiagnostics(diagnostics) },
    null,
    2,
  )
}
