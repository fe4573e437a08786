import type { Command } from 'commander'
import type { Outcome } from './outcome.ts'
import type { Shell } from './shell.ts'

/** Prints an outcome. */
export type Report = (name: string, outcome: Outcome, shell: Shell) => void

/**
 * One command of the command line. The definition is light, so that `--help` is quick: what does the work is
 * imported when `run` is called.
 */
export interface CommandDefinition {
  name: string
  /** For example `[issue]` or `<file...>`. */
  argument?: string
  summary: string
  /** Adds the options. */
  options?: (command: Command) => Command
  run: (shell: Shell, args: string[], options: Record<string, unknown>) => Promise<Outcome>
}
