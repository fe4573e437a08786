import { Command } from 'commander'
import { type CommandDefinition, groups, type Report } from './command.ts'
import { add as addCommand } from './commands/add.ts'
import { bounces } from './commands/bounces.ts'
import { build } from './commands/build.ts'
import { check } from './commands/check.ts'
import { completion } from './commands/completion.ts'
import { demo } from './commands/demo.ts'
import { doctor } from './commands/doctor.ts'
import { explain } from './commands/explain.ts'
import { inbox } from './commands/inbox.ts'
import { init } from './commands/init.ts'
import { create } from './commands/new.ts'
import { preview } from './commands/preview.ts'
import { pull } from './commands/pull.ts'
import { report as reportCommand } from './commands/report.ts'
import { schema } from './commands/schema.ts'
import { send } from './commands/send.ts'
import { sources } from './commands/sources.ts'
import { status } from './commands/status.ts'
import { summarise } from './commands/summarise.ts'
import { templates } from './commands/templates.ts'
import { test } from './commands/test.ts'
import { unsubscribeServer } from './commands/unsubscribe-server.ts'
import { describeCommand, describeProgram } from './help.ts'
import { shellOf } from './shell.ts'
import { version } from './version.ts'

/** In the order in which `--help` lists those of one group. */
export const definitions: readonly CommandDefinition[] = [
  demo,
  init,
  create,
  addCommand,
  pull,
  sources,
  build,
  check,
  summarise,
  preview,
  test,
  send,
  reportCommand,
  inbox,
  bounces,
  unsubscribeServer,
  status,
  explain,
  templates,
  doctor,
  schema,
  completion,
]

/** The command line as commander sees it; `report` is called once with the outcome of the command that ran. */
export function buildProgram(report: Report): Command {
  const program = new Command('gazette')
    .version(version, '-V, --version', 'print the version')
    .option('-C, --root <dir>', 'work on the newsletter in this folder')
    .option('--json', 'print one JSON document instead of text')
    .option('-v, --verbose', 'say more, such as the time each stage took')
    .option('-q, --quiet', 'say only what went wrong')
    .helpOption('-h, --help', 'show help')
    .exitOverride()
    // Errors are worded and printed by main.ts, with a code, like all others.
    .configureOutput({ writeErr: () => undefined })
  const inOrder = groups.flatMap((group) => definitions.filter((definition) => definition.group === group))
  describeProgram(program)
  for (const definition of inOrder) add(program, definition, report)
  program.commandsGroup('Look up:').helpCommand('help [command]', 'show the help of a command')
  return program
}

function add(program: Command, definition: CommandDefinition, report: Report): void {
  const usage = definition.argument === undefined ? definition.name : `${definition.name} ${definition.argument}`
  const command = program.command(usage).summary(definition.summary).helpGroup(`${definition.group}:`)
  describeCommand(command, definition.summary, definition.examples)
  definition.options?.(command)
  command.action(async () => {
    const shell = shellOf(command)
    const outcome = await definition.run(shell, command.args, command.opts())
    report(definition.name, outcome, shell)
  })
}
