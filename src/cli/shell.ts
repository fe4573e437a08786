import { resolve } from 'node:path'
import type { Command } from 'commander'

/** What every command knows of its surroundings: streams, folder and the options that all commands share. */
export interface Shell {
  /** The newsletter folder, absolute. */
  root: string
  json: boolean
  verbose: boolean
  quiet: boolean
  /** Writes a line of progress to standard error; silent with --quiet and --json. */
  note: (line: string) => void
  /** With --json, writes a line of JSON about something that happened to standard error; the result follows on standard output. */
  event: (event: object) => void
  /** Asks the terminal, not the option, whether a person is watching. */
  isTerminal: boolean
}

/** Reads the shared options of a command. */
export function shellOf(command: Command): Shell {
  const options = command.optsWithGlobals<{ root?: string; json?: boolean; verbose?: boolean; quiet?: boolean }>()
  const json = options.json ?? false
  const quiet = options.quiet ?? false
  return {
    root: resolve(options.root ?? '.'),
    json,
    verbose: options.verbose ?? false,
    quiet,
    isTerminal: process.stderr.isTTY && process.env.CI === undefined,
    event: (event) => {
      if (json) process.stderr.write(`${JSON.stringify(event)}\n`)
    },
    note: (line) => {
      if (!quiet && !json) process.stderr.write(`${line}\n`)
    },
  }
}
