import { CommanderError } from 'commander'
import { diagnostic, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { exitCode, type ExitCode, GazetteError } from '../diagnostics/errors.ts'
import { buildProgram } from './program.ts'
import { humanReport } from './reporters/human.ts'
import { jsonReport } from './reporters/json.ts'
import type { Outcome } from './outcome.ts'
import type { Shell } from './shell.ts'

/** Prints the outcome of a command and settles the exit code. */
function report(name: string, outcome: Outcome, shell: Pick<Shell, 'json' | 'root' | 'quiet'>): void {
  const diagnostics = outcome.diagnostics ?? []
  const exit: ExitCode = outcome.exit ?? (hasErrors(diagnostics) ? exitCode.content : exitCode.ok)
  if (shell.json) {
    process.stdout.write(`${jsonReport(name, outcome.data, diagnostics, exit)}\n`)
  } else {
    const shown = shell.quiet ? diagnostics.filter((finding) => finding.severity === 'error') : diagnostics
    const findings = humanReport(shown, shell.root)
    if (findings !== '') process.stderr.write(`${findings}\n`)
    if (outcome.text !== '') process.stdout.write(`${outcome.text}\n`)
  }
  process.exitCode = exit
}

function failure(error: unknown, args: readonly string[]): void {
  const json = args.includes('--json')
  const where = { json, root: process.cwd(), quiet: false }
  if (error instanceof GazetteError) {
    report('', { data: null, text: '', diagnostics: error.diagnostics, exit: error.exitCode }, where)
  } else if (error instanceof CommanderError) {
    if (error.exitCode === 0 || error.code === 'commander.help') return
    report('', { data: null, text: '', diagnostics: [usageProblem(error)], exit: exitCode.usage }, where)
  } else {
    const cause = error instanceof Error ? (error.stack ?? error.message) : String(error)
    process.stderr.write(
      `gazette stopped because of a mistake of its own, not of yours.\nNothing that was there before has been changed.\n\n${cause}\n`,
    )
    process.exitCode = exitCode.bug
  }
}

/** Commander words its errors over two lines, the second a guess at what was meant. */
function usageProblem(error: CommanderError): Diagnostic {
  const [first = '', second] = error.message.replace(/^error: /, '').split('\n')
  const guess = second?.replace(/^\(Did you mean (.*)\?\)$/, 'did you mean $1?')
  return diagnostic('GZ-U001', first, { hint: guess ?? '`gazette --help` lists the commands and options' })
}

const args = process.argv.slice(2)
// A reader that goes away early (`gazette … | head`) is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(exitCode.ok)
})
try {
  await buildProgram(report).parseAsync(args, { from: 'user' })
} catch (error) {
  failure(error, args)
}
