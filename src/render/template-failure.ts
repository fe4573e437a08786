import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import type { TemplateDelegate } from './handlebars.ts'
import { lineOf } from './parse.ts'
import type { TemplateFile } from './template.ts'

/** An error that knows the file it came from. */
class PlacedError extends Error {
  readonly file: TemplateFile
  constructor(file: TemplateFile, cause: unknown) {
    super('template failed', { cause })
    this.file = file
  }
}

/** Handlebars' errors know a line but not of which file; the innermost file that fails is the one. */
export function placingErrors(file: TemplateFile, run: TemplateDelegate): TemplateDelegate {
  return (context: unknown, options) => {
    try {
      return run(context, options)
    } catch (error) {
      throw error instanceof PlacedError ? error : new PlacedError(file, error)
    }
  }
}

/** Why a template stopped while it was filled in (GZ-T007). @param main the file it started with */
export function templateFailure(main: TemplateFile, error: unknown): Diagnostic {
  const { file, cause } = error instanceof PlacedError ? error : { file: main, cause: error }
  const { lineNumber: line, column = 0 } = cause as { lineNumber?: number; column?: number }
  const place = line === undefined ? {} : { line, column: column + 1, sourceLine: lineOf(file, line) }
  return diagnostic('GZ-T007', messageOf(cause), { file: file.file, ...place })
}

function messageOf(cause: unknown): string {
  if (cause instanceof RangeError) return 'the template calls itself without end'
  const text = cause instanceof Error ? cause.message : String(cause)
  return text.replace(/ - \d+:\d+$/, '')
}
