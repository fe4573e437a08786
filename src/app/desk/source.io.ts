import { createHash } from 'node:crypto'
import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hasErrorCode } from '../../lib/files.io.ts'
import { Refusal } from './refusal.ts'

/** A file as it is on disk, every character of it. */
export interface Source {
  text: string
  /** Of its bytes. */
  hash: string
  /** Permissions. */
  mode: number
}

/** The hash of a file that is not there. */
export const noFile = ''

/** The hash by which a page says which state of a file it saw. */
export function hashOf(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url')
}

/**
 * Reads a file that is to be edited; a byte order mark stays in the text.
 *
 * @param file relative to the newsletter folder, out of the index of its files
 * @returns undefined when there is no such file
 * @throws {Refusal} when it is not one that can be edited
 */
export async function readSource(root: string, file: string): Promise<Source | undefined> {
  const path = join(root, file)
  try {
    const status = await lstat(path)
    if (status.isSymbolicLink()) throw new Refusal('impossible', `${file} is a link to another file. Change that one in your editor.`)
    const bytes = await readFile(path)
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return { text, hash: hashOf(bytes), mode: status.mode & 0o777 }
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    if (error instanceof Refusal) throw error
    if (error instanceof TypeError) throw new Refusal('impossible', `${file} is not UTF-8. Save it as UTF-8 in your editor.`)
    throw new Refusal('impossible', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
