import { join } from 'node:path'
import { writeWhole } from '../lib/files.io.ts'

/** Writes a message as a file that mail programs open. @returns its path */
export async function writeEml(folder: string, name: string, message: Buffer): Promise<string> {
  const path = join(folder, `${name.replace(/[^\p{L}\p{N}@._+-]+/gu, '-').replace(/^\.+/, '')}.eml`)
  await writeWhole(path, message)
  return path
}
