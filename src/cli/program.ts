import { Command } from 'commander'
import type { CommandDefinition, Report } from './command.ts'
import { build } from './commands/build.ts'
import { explain } from './commands/explain.ts'
import { schema } from './commands/schema.ts'
import { status } from './commands/status.ts'
import { summarise } from './commands/summarise.ts'
import { shellOf } from './shell.ts'
import { version } from './version.ts'

/** In the order in which `--help` lists them. */
const definitions: readonly CommandDefinition[] = [
  build,
  summarise,
  status,
  explain,
  schema,
]

/** The command line as commander sees it; `report` is called once with the outcome of the command that ran. */
export function buildProgram(report: Report): Command {
  const program = new Command('gazette')
    .description('Turns a folder of articles into a newsletter: blurbs, templates, HTML, plain text and a finished message.')
    .version(version, '-V, --version', 'print the version')
    .option('-C, --root <dir>', 'work on the newsletter in this folder')
    .option('--json', 'print one JSON document instead of text')
    .option('-v, --verbose', 'say more, such as the time each stage took')
    .option('-q, --quiet', 'say only what went wrong')
    .helpOption('-h, --help', 'show help')
    .exitOverride()
    // Errors are worded and printed by main.ts, with a code, like all others.
    .configureOutput({ writeErr: () => undefined })
  for (const definition of definitions) add(program, definition, report)
  return program
}

function add(program: Command, definition: CommandDefinition, report: Report): void {
  const usage = definition.argument === undefined ? definition.name : `${definition.name} ${definition.argument}`
  const command = program.command(usage).summary(definition.summary).description(definition.summary)
  definition.options?.(command)
  command.action(async () => {
    const shell = shellOf(command)
    const outcome = await definition.run(shell, command.args, command.opts())
    report(definition.name, outcome, shell)
  })
}
