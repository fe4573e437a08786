import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../../diagnostics/errors.ts'
import { hasErrorCode } from '../../lib/files.io.ts'

/**
 * Writes a file that is not there yet, and its folder.
 *
 * @returns false when there is such a file, which is then left as it is
 * @throws EnvironmentError when the disk refuses
 */
export async function createFile(path: string, data: string | Uint8Array): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, data, { flag: 'wx' })
    return true
  } catch (error) {
    if (hasErrorCode(error, 'EEXIST')) return false
    const reason = error instanceof Error ? error.message : String(error)
    const hint = 'make the folder writable, or choose another one'
    throw new EnvironmentError([diagnostic('GZ-E002', `cannot write ${path}: ${reason}`, { hint })], { cause: error })
  }
}
