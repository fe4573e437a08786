import { CommanderError } from 'commander'
import { diagnostic, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { exitCode, type ExitCode, GazetteError } from '../diagnostics/errors.ts'
import { buildProgram } from './program.ts'
import { humanReport } from './reporters/human.ts'
import { jsonReport } from './reporters/json.ts'
import { suggestion } from '../lib/suggest.ts'
import type { Outcome } from './outcome.ts'
import { type Shell, shellOf } from './shell.ts'

/** Prints the outcome of a command and settles the exit code. */
function report(name: string, outcome: Outcome, shell: Pick<Shell, 'json' | 'root' | 'quiet'>): void {
  const diagnostics = outcome.diagnostics ?? []
  const exit: ExitCode = outcome.exit ?? (hasErrors(diagnostics) ? exitCode.content : exitCode.ok)
  if (shell.json) {
    process.stdout.write(`${jsonReport(name, outcome.data, diagnostics, exit)}\n`)
  } else {
    const shown = shell.quiet ? diagnostics.filter((finding) => finding.severity === 'error') : diagnostics
    const findings = outcome.findingsInText === true ? '' : humanReport(shown, shell.root)
    if (findings !== '') process.stderr.write(`${findings}\n`)
    if (outcome.text !== '') process.stdout.write(`${outcome.text}\n`)
  }
  process.exitCode = exit
}

/** Errors of the file system that a person, not a programmer, can do something about. */
const systemErrors = new Set(['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'EDQUOT', 'EMFILE', 'ENFILE', 'EIO', 'EISDIR', 'ENOTDIR'])

/** Which command was running, and with which shared options, when something was thrown. */
interface Running {
  name: string
  /** Name of the command that the arguments ask for, even when they ask for it wrongly. */
  asked: string | undefined
  shell: Pick<Shell, 'json' | 'root' | 'quiet'>
}

function failure(error: unknown, { name, asked, shell }: Running): void {
  if (error instanceof GazetteError) {
    report(name, { data: null, text: '', diagnostics: error.diagnostics, exit: error.exitCode }, shell)
  } else if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return
    report(name, { data: null, text: '', diagnostics: [usageProblem(error, asked)], exit: exitCode.usage }, shell)
  } else if (error instanceof Error && 'code' in error && systemErrors.has(String(error.code))) {
    const problem = diagnostic('GZ-E001', error.message)
    report(name, { data: null, text: '', diagnostics: [problem], exit: exitCode.environment }, shell)
  } else {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(
      `gazette stopped because of a mistake of its own, not of yours.\nPlease report it with the lines below.\n\n${cause}\n`,
    )
    process.exitCode = exitCode.bug
  }
}

/** Commander words its errors over two lines, the second a guess at what was meant. */
function usageProblem(error: CommanderError, command: string | undefined): Diagnostic {
  const [first = '', second] = error.message.replace(/^error: /, '').split('\n')
  const guess = second?.replace(/^\(Did you mean (.*)\?\)$/, 'did you mean $1?')
  const [, given = '', choices] = /argument '(.*)' is invalid\. Allowed choices are (.*)\.$/.exec(first) ?? []
  const choice = choices === undefined ? undefined : suggestion(given, choices.split(', '))
  return diagnostic('GZ-U001', first, { hint: guess ?? choice ?? helpOn(command) })
}

function helpOn(command: string | undefined): string {
  return command === undefined ? '`gazette --help` lists the commands and options' : `\`gazette ${command} --help\` shows how it is used`
}

/** Whether the arguments name a command or ask for help; options alone mean `gazette status`. */
function namesCommand(words: readonly string[]): boolean {
  return words.some((word, index) =>
    word.startsWith('-') ? /^(-h|--help|-V|--version)$/.test(word) : !/^(-C|--root)$/.test(words[index - 1] ?? ''),
  )
}

/** Runs the command line; sets the exit code and leaves ending to Node, so that everything printed arrives. */
async function run(args: string[]): Promise<void> {
  const program = buildProgram(report)
  const asked = program.commands.map((command) => command.name()).find((name) => args.includes(name))
  const running: Running = { name: '', asked, shell: { json: args.includes('--json'), root: process.cwd(), quiet: false } }
  program.hook('preAction', (_program, command) => {
    running.name = command.name()
    running.shell = shellOf(command)
  })
  if (args[0] === '__complete') {
    // What the scripts of `gazette completion` call; not a command of its own, since it has to know all of them.
    const { answer } = await import('./completion/answer.ts')
    process.stdout.write(`${await answer(program, args.slice(args[1] === '--' ? 2 : 1))}\n`)
    return
  }
  try {
    await program.parseAsync(namesCommand(args) ? args : [...args, 'status'], { from: 'user' })
  } catch (error) {
    failure(error, running)
  }
}

// A reader that goes away early (`gazette … | head`) is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.ok)
})
void run(process.argv.slice(2))
