import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { ExitCode } from '../diagnostics/errors.ts'

/** What a command hands to the reporters when it is done. Nothing in it has been printed. */
export interface Outcome {
  /** The `data` of `--json`. */
  data: unknown
  /** The result as a person reads it on standard output, without a final newline. */
  text: string
  diagnostics?: readonly Diagnostic[]
  /** Set when the findings are the result itself: they are printed on standard output as part of `text`. */
  findingsInText?: boolean
  /** Left out: 1 when a diagnostic is an error, else 0. */
  exit?: ExitCode
}
