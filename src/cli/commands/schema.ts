import { join } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import type { CommandDefinition } from '../command.ts'

/** `gazette schema [name]`: the JSON Schemas by which editor programs complete and check. */
export const schema: CommandDefinition = {
  name: 'schema',
  argument: '[name]',
  summary: 'print the JSON Schema of newsletter.yaml, an article or an issue, or write all three',
  group: 'Look up',
  examples: [
    ['gazette schema article', 'print the schema of front matter'],
    ['gazette schema --write', 'renew content/.schema after an update of Gazette'],
  ],
  options: (command) => command.option('--write', 'write all of them into content/.schema'),
  run: async (shell, [name], options) => {
    const { editorSchema, editorSchemaText, schemaFolder, schemaNames } = await import('../../app/editor-schemas.ts')
    if (options.write === true) {
      const { writeWhole } = await import('../../lib/files.io.ts')
      const files = schemaNames.map((wanted) => `${schemaFolder}/${wanted}.json`)
      for (const wanted of schemaNames) await writeWhole(join(shell.root, schemaFolder, `${wanted}.json`), editorSchemaText(wanted))
      return { data: { files }, text: `Wrote ${files.join(', ')}\nNext: open content/newsletter.yaml in your editor` }
    }
    const wanted = schemaNames.find((known) => known === (name ?? 'newsletter'))
    if (wanted === undefined) {
      const { suggestion } = await import('../../lib/suggest.ts')
      const hint = suggestion(name ?? '', schemaNames) ?? `one of: ${schemaNames.join(', ')}`
      throw new UsageError([diagnostic('GZ-U004', `there is no schema ${name ?? ''}`, { hint })])
    }
    return { data: editorSchema(wanted), text: editorSchemaText(wanted).trimEnd() }
  },
}
