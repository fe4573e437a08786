import type { Argument, Command, Option } from 'commander'
import { groups, type CommandDefinition } from '../../../src/cli/command.ts'
import { table } from './regions.ts'

/**
 * The command line as a page: a heading per group and command, with what it does, its examples and its options.
 *
 * @param definitions for the texts that commander does not keep
 */
export function commandPages(program: Command, definitions: readonly CommandDefinition[]): string {
  return groups
    .map((group) => {
      const members = definitions.filter((definition) => definition.group === group)
      return [`## ${group}`, ...members.map((definition) => page(definition, program))].join('\n\n')
    })
    .join('\n\n')
}

/** The options that every command takes. */
export function sharedOptions(program: Command): string {
  return optionTable(program.options)
}

function page(definition: CommandDefinition, program: Command): string {
  const command = program.commands.find((known) => known.name() === definition.name)
  if (command === undefined) throw new Error(`there is no command ${definition.name}`)
  const title = `### \`gazette ${[definition.name, ...command.registeredArguments.map(argumentName)].join(' ')}\``
  const summary = `${definition.summary.charAt(0).toUpperCase()}${definition.summary.slice(1)}.`
  const lines = definition.examples.map(([line, effect]) => `# ${effect}\n${line}`)
  const parts = [title, summary, `\`\`\`sh\n${lines.join('\n\n')}\n\`\`\``]
  const options = command.options.filter((option) => !option.hidden)
  if (options.length > 0) parts.push(optionTable(options))
  return parts.join('\n\n')
}

function argumentName(argument: Argument): string {
  const name = `${argument.name()}${argument.variadic ? '...' : ''}`
  return argument.required ? `<${name}>` : `[${name}]`
}

function optionTable(options: readonly Option[]): string {
  return table(
    ['option', 'meaning'],
    options.map((option) => {
      const choices = option.argChoices === undefined ? '' : ` One of ${option.argChoices.map((choice) => `\`${choice}\``).join(', ')}.`
      const value: unknown = option.defaultValue
      const preset = value === undefined || value === false || (Array.isArray(value) && value.length === 0) ? '' : ` Left out: \`${JSON.stringify(value)}\`.`
      return [`\`${option.flags}\``, `${option.description}${choices === '' && preset === '' ? '' : '.'}${choices}${preset}`]
    }),
  )
}
