import { randomBytes } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
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
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`
  try {
    const file = await openNew(temporary)
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

/** Opens a file for writing. Its folder is nearly always there, so that it is looked for only when it is missed. */
async function openNew(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'w')
  } catch (error) {
    if (!hasErrorCode(error, 'ENOENT')) throw error
    await mkdir(dirname(path), { recursive: true })
    return open(path, 'w')
  }
}
