import { type Command, Help } from 'commander'
import type { Example } from './command.ts'

/** What `gazette --help` says before the usage. */
const purpose = 'Gazette turns a folder of articles into a newsletter that is ready to preview, test or send.'

const firstSteps: readonly Example[] = [
  ['gazette demo', 'build a sample newsletter and look at it'],
  ['gazette init my-weekly', 'start your own in a new folder'],
  ['gazette build', 'build the newest issue into out/'],
  ['gazette', 'say where the newsletter stands and what comes next'],
]

/** Gives the whole command line its help: purpose and examples first. */
export function describeProgram(program: Command): void {
  program.configureHelp({
    showGlobalOptions: true,
    subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map((argument) => (argument.required ? `<${argument.name()}>` : `[${argument.name()}]`))].join(' '),
    // The commands are what people look for; the shared options come after them.
    formatHelp: (command, helper) => {
      const blocks = Help.prototype.formatHelp.call(helper, command, helper).trimEnd().split('\n\n')
      const options = blocks.filter((block) => block.startsWith('Options:'))
      return `${[...blocks.filter((block) => !options.includes(block)), ...options].join('\n\n')}\n`
    },
  })
  program.addHelpText('before', () => {
    // Only what this Gazette can do is offered.
    const known = new Set(program.commands.map((command) => command.name()))
    const offered = firstSteps.filter(([line]) => known.has(line.split(' ')[1] ?? 'status'))
    return `${purpose}\n\n${exampleBlock(offered)}\n`
  })
  program.addHelpText('after', '\n`gazette help COMMAND` shows the options and examples of a command.')
}

/** Puts what a command does and its examples before its usage. */
export function describeCommand(command: Command, summary: string, examples: readonly Example[]): void {
  command.addHelpText('before', `${sentence(summary)}\n\n${exampleBlock(examples)}\n`)
}

function exampleBlock(examples: readonly Example[]): string {
  const width = Math.min(44, Math.max(...examples.map(([line]) => line.length)))
  const rows = examples.map(([line, effect]) =>
    line.length > width ? `  ${line}\n  ${' '.repeat(width)}  ${effect}` : `  ${line.padEnd(width)}  ${effect}`,
  )
  return ['Examples:', ...rows].join('\n')
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
