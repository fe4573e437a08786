import { resolve } from 'node:path'
import type { Command } from 'commander'
import { complete } from './complete.ts'
import { sourcesFor } from './sources.ts'

/**
 * The answer to a completion script: a line per candidate, with its description after a tab. Never fails, since a
 * shell in the middle of a line has no place for an error.
 */
export async function answer(program: Command, words: readonly string[]): Promise<string> {
  const at = words.findIndex((word) => word === '-C' || word === '--root')
  const root = resolve((at === -1 ? undefined : words[at + 1]) ?? '.')
  const found = await complete(program, words, sourcesFor(root)).catch(() => [])
  return found.map(({ value, about }) => (about === '' ? value : `${value}\t${about}`)).join('\n')
}
