import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Whether an error of the file system has this code, such as ENOENT. */
export function hasErrorCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

/** The text of a file, or undefined when there is no such file. */
export async function readIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return undefined
    throw error
  }
}

/**
 * Writes a file whole or not at all: to a temporary name beside it, then renamed. Makes the folder when needed.
 *
 * @param options mode: permissions to give it, those of the file that it replaces; left out, the usual ones. durable:
 * whether the bytes are on the disk before the file has its name, which survives a power cut
 */
export async function writeWhole(path: string, data: string | Uint8Array, { mode, durable = false }: { mode?: number | undefined; durable?: boolean } = {}): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await open(temporary, 'w')
    try {
      await file.writeFile(data)
      if (mode !== undefined) await file.chmod(mode)
      if (durable) await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}
