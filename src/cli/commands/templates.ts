import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import type { CommandDefinition } from '../command.ts'

/** `gazette templates [name]`: the templates there are, and what each can be told. */
export const templates: CommandDefinition = {
  name: 'templates',
  argument: '[name]',
  summary: 'list the templates and their options, or show one of them',
  group: 'Look up',
  examples: [
    ['gazette templates', 'what there is, your own templates included'],
    ['gazette templates magazine', 'one of them, with every option it takes'],
  ],
  run: async (shell, [name]) => {
    const { knownTemplates } = await import('../../app/templates.io.ts')
    const { templateList, templatePage } = await import('../templates-report.ts')
    const { diagnostics, ...known } = await knownTemplates(shell.root)
    if (name === undefined) return { data: known, text: templateList(known, shell.root), diagnostics }
    const wanted = known.templates.find((one) => one.name === name)
    if (wanted === undefined) {
      const { suggestion } = await import('../../lib/suggest.ts')
      const hint = suggestion(name, known.templates.map((one) => one.name)) ?? '`gazette templates` lists them'
      throw new UsageError([diagnostic('GZ-U004', `there is no template ${name}`, { hint })])
    }
    const options = { ...known.standardOptions, ...wanted.options }
    return { data: { ...wanted, options }, text: templatePage({ ...wanted, options }, shell.root), diagnostics }
  },
}
