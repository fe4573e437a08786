import { readFile, stat } from 'node:fs/promises'
import { extname, resolve } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError, UsageError } from '../../diagnostics/errors.ts'
import { hasErrorCode } from '../../lib/files.io.ts'

/** What an input is, as far as its name or first bytes tell. */
export type InputKind = 'html' | 'markdown' | 'text'

export interface Input {
  /** For messages: the path as it was given, or "standard input". */
  name: string
  bytes: Uint8Array
  kind: InputKind
}

/** Bytes of a file above which it is no article. */
const limit = 10_000_000

/**
 * Reads a file or standard input.
 *
 * @param root folder that a path is relative to; one that is not there is looked for where the command was given
 * @param file a path, or `-`
 * @throws UsageError when there is no such file, EnvironmentError when it cannot be read
 */
export async function readInput(root: string, file: string, standardInput: AsyncIterable<Uint8Array>): Promise<Input> {
  if (file === '-') {
    const bytes = await collect(standardInput)
    return { name: 'standard input', bytes, kind: kindOf('', bytes) }
  }
  const path = await existing([resolve(root, file), resolve(file)])
  if (path === undefined) {
    const hint = /^(?:www\.|[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|de|fr|uk|eu|blog|news)\b)/i.test(file) ? `for a web page, write https://${file}` : 'name a file, an http(s) address, or - for standard input'
    throw new UsageError([diagnostic('GZ-U004', `there is no file ${file}`, { hint })])
  }
  try {
    if ((await stat(path)).size > limit) throw tooLarge(file)
    const bytes = await readFile(path)
    return { name: file, bytes, kind: kindOf(path, bytes) }
  } catch (error) {
    if (error instanceof UsageError) throw error
    const reason = hasErrorCode(error, 'EISDIR') ? 'it is a folder' : error instanceof Error ? error.message : String(error)
    throw new EnvironmentError([diagnostic('GZ-E001', `${file} cannot be read: ${reason}`)], { cause: error })
  }
}

async function existing(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    try {
      await stat(path)
      return path
    } catch (error) {
      if (!hasErrorCode(error, 'ENOENT', 'ENOTDIR', 'ENAMETOOLONG')) return path
    }
  }
  return undefined
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of stream) {
    size += chunk.length
    if (size > limit) throw tooLarge('standard input')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function tooLarge(name: string): UsageError {
  return new UsageError([diagnostic('GZ-I007', `${name} is larger than 10 MB`, { hint: 'an article is text; leave pictures and archives out' })])
}

/** By the ending of its name when that is a known one, else by how it starts. */
function kindOf(path: string, bytes: Uint8Array): InputKind {
  const ending = extname(path).toLowerCase()
  if (/^\.(?:html?|xhtml|shtml|php|asp)$/.test(ending)) return 'html'
  if (/^\.(?:md|markdown|mdown|mkd)$/.test(ending)) return 'markdown'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2000)).replace(/^\W*(?=<)/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body|article|main|div|p|section|h[1-6]|\?xml[^>]*\?>\s*<!doctype html)\b/i.test(start)) return 'html'
  if (ending === '.txt') return 'text'
  return /^---[ \t]*\r?\n[\s\S]*?\n---/.test(start) || /^#{1,3} \S/m.test(start) || /\[[^\]\n]+\]\(https?:/.test(start) ? 'markdown' : 'text'
}
