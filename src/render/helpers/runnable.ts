import type { HelperDelegate, HelperOptions } from '../handlebars.ts'
import { helpers } from './all.ts'
import { HelperError, type HelperRun } from './helper.ts'

/** What Handlebars says of the place that calls a helper; the column counts from 0. */
interface CallPlace {
  source: string
  start: { line: number; column: number }
}

/** All helpers as Handlebars calls them. A helper that refuses its values throws an error with the place of the call. */
export function runnable(run: HelperRun): Record<string, HelperDelegate> {
  return Object.fromEntries(
    Object.entries(helpers).map(([name, helper]) => [
      name,
      (...params: unknown[]): string | boolean => {
        const { loc, hash } = params.pop() as HelperOptions & { loc: CallPlace }
        const { line, column } = loc.start
        const place = { file: loc.source, line, column: column + 1 }
        try {
          return helper.run({ params, options: hash as Record<string, unknown>, run, place })
        } catch (error) {
          if (!(error instanceof HelperError)) throw error
          throw Object.assign(new HelperError(`${name} ${error.message}`), { lineNumber: line, column })
        }
      },
    ]),
  )
}
