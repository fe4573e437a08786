import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text as textOf } from 'node:stream/consumers'
import { readContent } from '../content/text-file.io.ts'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../diagnostics/errors.ts'

/** How standard input is called in findings. */
const standardInput = 'standard input'

/**
 * Reads a text to summarise.
 *
 * @param root folder that `file` is relative to
 * @param file a path, or `-` for standard input
 */
export async function readSource(root: string, file: string): Promise<{ name: string; text: string }> {
  if (file === '-') return { name: standardInput, text: await textOf(process.stdin) }
  const content = await readContent(resolve(root, file), file)
  if ('problem' in content) throw new EnvironmentError([content.problem])
  return { name: file, text: content.text }
}

/** The lines of a file or, for `-`, of standard input, one at a time. */
export async function readLines(root: string, file: string): Promise<{ name: string; lines: AsyncIterable<string> }> {
  if (file === '-') return { name: standardInput, lines: createInterface({ input: process.stdin, crlfDelay: Infinity }) }
  const path = resolve(root, file)
  try {
    await (await open(path)).close()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new EnvironmentError([diagnostic('GZ-E001', `cannot be read: ${reason}`, { file })])
  }
  return { name: file, lines: createInterface({ input: createReadStream(path), crlfDelay: Infinity }) }
}
