import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import type { CommandDefinition } from '../command.ts'

/** `gazette explain [code]`: the documentation of a code, or the list of all. */
export const explain: CommandDefinition = {
  name: 'explain',
  argument: '[code]',
  summary: 'explain a diagnostic code such as GZ-C004, or list them all',
  group: 'Look up',
  examples: [
    ['gazette explain GZ-C004', 'what the code means, with a bad and a good example'],
    ['gazette explain', 'list all codes'],
  ],
  run: async (_shell, [code]) => {
    const { catalogue, isCode } = await import('../../diagnostics/catalogue.ts')
    const { explanationOf } = await import('../../diagnostics/explanation.ts')
    if (code === undefined) {
      const entries = Object.entries(catalogue)
      return {
        data: Object.fromEntries(entries),
        text: entries.map(([name, entry]) => `${name}  ${entry.severity.padEnd(7)}  ${entry.title}`).join('\n'),
      }
    }
    const wanted = code.toUpperCase()
    if (!isCode(wanted)) {
      const { suggestion } = await import('../../lib/suggest.ts')
      const hint = suggestion(wanted, Object.keys(catalogue)) ?? '`gazette explain` lists all codes'
      throw new UsageError([diagnostic('GZ-U002', `there is no code ${code}`, { hint })])
    }
    return { data: { code: wanted, ...catalogue[wanted] }, text: explanationOf(wanted) }
  },
}
