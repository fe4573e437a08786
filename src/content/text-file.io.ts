import { readFile } from 'node:fs/promises'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { hasErrorCode } from '../lib/files.io.ts'

const limit = 10 * 1024 * 1024

/**
 * Reads a file of content as UTF-8.
 *
 * @param path absolute
 * @param file the same, relative to the newsletter folder, for diagnostics
 * @returns the text, or what is wrong with the file
 */
export async function readContent(path: string, file: string): Promise<{ text: string } | { problem: Diagnostic }> {
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^(\w+): ([^,]+),.*$/, '$2 ($1)') : String(error)
    const code = hasErrorCode(error, 'EISDIR') ? 'it is a folder' : reason
    return { problem: diagnostic('GZ-E001', `cannot be read: ${code}`, { file }) }
  }
  if (bytes.length > limit) {
    const size = (bytes.length / 1024 / 1024).toFixed(1)
    return { problem: diagnostic('GZ-C011', `the file has ${size} MB, and 10 MB is the most`, { file }) }
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { problem: diagnostic('GZ-C010', 'the file is not UTF-8', { file, ...firstBadByte(bytes), hint: 'save it as UTF-8' }) }
  }
}

/** The line of the first byte that is not UTF-8. */
function firstBadByte(bytes: Buffer): { line: number } | object {
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const found = bytes.indexOf(10, start)
    const end = found === -1 ? bytes.length : found
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(start, end))
    } catch {
      return { line }
    }
    start = end + 1
    line++
  }
  return {}
}
