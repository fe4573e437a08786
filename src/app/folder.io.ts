import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError } from '../diagnostics/errors.ts'
import { hasErrorCode } from '../lib/files.io.ts'

/**
 * Replaces a folder by a new one with these files. The new one is written in full under another name beside it first,
 * so a full disk or a lost power line leaves the old one as it was.
 *
 * @param folder absolute
 * @param files path below the folder → content
 * @throws EnvironmentError when the disk refuses
 */
export async function replaceFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): Promise<void> {
  const mark = randomBytes(4).toString('hex')
  const fresh = `${folder}.${mark}.new`
  const old = `${folder}.${mark}.old`
  try {
    for (const [path, content] of files) {
      const target = join(fresh, path)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, content)
    }
    const replaced = await moveAway(folder, old)
    try {
      await rename(fresh, folder)
    } catch (error) {
      if (replaced) await rename(old, folder)
      throw error
    }
    await rm(old, { recursive: true, force: true })
  } catch (error) {
    await rm(fresh, { recursive: true, force: true }).catch(() => undefined)
    const reason = error instanceof Error ? error.message : String(error)
    const hint = 'free some space or make the folder writable, or choose another with --out'
    throw new EnvironmentError([diagnostic('GZ-E002', `cannot write ${folder}: ${reason}`, { hint })], { cause: error })
  }
}

/** Moves a folder out of the way; false when there is none. */
async function moveAway(folder: string, to: string): Promise<boolean> {
  try {
    await rename(folder, to)
    return true
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT')) return false
    throw error
  }
}
