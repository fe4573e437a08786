import type { Command } from 'commander'
import type { Outcome } from './outcome.ts'
import type { Shell } from './shell.ts'

/** Prints an outcome. */
export type Report = (name: string, outcome: Outcome, shell: Shell) => void

/** Headings under which `--help` lists the commands, in this order. */
export const groups = ['Write', 'Make', 'Deliver', 'Look up'] as const

/** A command line worth knowing, and what it does. */
export type Example = readonly [line: string, effect: string]

/**
 * One command of the command line. The definition is light, so that `--help` is quick: what does the work is
 * imported when `run` is called.
 */
export interface CommandDefinition {
  name: string
  /** For example `[issue]` or `<file...>`. */
  argument?: string
  summary: string
  group: (typeof groups)[number]
  /** Shown first in the command's `--help` and in docs/cli.md; at least one. */
  examples: readonly Example[]
  /** Adds the options. */
  options?: (command: Command) => Command
  run: (shell: Shell, args: string[], options: Record<string, unknown>) => Promise<Outcome>
}
