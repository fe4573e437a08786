import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newsletterFile } from '../../config/load.io.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { packageFolder } from '../../lib/package-folder.ts'
import { createFile } from './create-file.io.ts'
import type { InitResult } from './init.io.ts'

/** What an installation leaves in a folder that is otherwise empty. */
const leftByInstallation = new Set(['node_modules', 'package.json', 'package-lock.json'])

/**
 * Where the sample newsletter goes when nobody says: into the folder itself when it is empty or holds the sample
 * already, else into a folder `gazette-demo` below it.
 *
 * @param folder absolute
 */
export async function demoFolder(folder: string): Promise<string> {
  const names = await readdir(folder).catch(() => [])
  const empty = names.every((name) => leftByInstallation.has(name) || name.startsWith('.'))
  return empty || (await holdsSample(folder)) ? folder : join(folder, 'gazette-demo')
}

/**
 * Copies the sample newsletter that comes with Gazette into a folder. A file that exists is never touched.
 *
 * @param root absolute; made when it is not there
 * @throws UsageError when another newsletter is there
 * @throws EnvironmentError when the disk refuses
 */
export async function copySample(root: string): Promise<InitResult> {
  const there = await readFile(join(root, newsletterFile)).catch(() => undefined)
  if (there !== undefined && !(await holdsSample(root))) {
    const hint = 'nothing was changed; `gazette demo DIR` uses another folder, `gazette preview` shows what is here'
    throw new UsageError([diagnostic('GZ-U005', `there is another newsletter in ${root}`, { file: newsletterFile, hint })])
  }
  const result: InitResult = { written: [], kept: [] }
  const entries = await readdir(join(packageFolder, 'content'), { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(packageFolder.length + 1))
  for (const path of paths.toSorted()) {
    const fresh = await createFile(join(root, path), await readFile(join(packageFolder, path)))
    const list = fresh ? result.written : result.kept
    list.push(path)
  }
  return result
}

/** Whether the newsletter of a folder is the sample, by its settings; its articles may have been edited. */
async function holdsSample(folder: string): Promise<boolean> {
  const [theirs, ours] = await Promise.all([folder, packageFolder].map((place) => readFile(join(place, newsletterFile), 'utf8').catch(() => undefined)))
  return theirs !== undefined && theirs === ours
}
