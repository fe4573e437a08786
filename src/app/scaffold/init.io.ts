import { mkdir, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { newsletterFile } from '../../config/load.io.ts'
import { newsletterSchema } from '../../config/newsletter.ts'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { packageFolder } from '../../lib/package-folder.ts'
import { createFile } from './create-file.io.ts'
import { starterFiles, starterPicture, type StarterAnswers } from './starter.ts'

/** Folder of the pictures that come with Gazette. */
const pictures = join(packageFolder, 'content/images')

export interface InitResult {
  /** Paths below the newsletter folder, in the order in which they were written. */
  written: string[]
  /** Files that were there before and were left alone. */
  kept: string[]
}

/**
 * Makes a newsletter in a folder. A file that exists is never touched.
 *
 * @param root absolute; made when it is not there
 * @param today ISO day
 * @throws UsageError when there is a newsletter already, or an answer cannot be used
 */
export async function initialise(root: string, answers: StarterAnswers, today: string): Promise<InitResult> {
  refuseBadAnswers(answers)
  await refuseExisting(root)
  await mkdir(root, { recursive: true })
  const picture = { path: `content/images/${starterPicture}`, data: await readFile(join(pictures, starterPicture)) }
  const files = [...starterFiles(answers, today).map(({ path, text }) => ({ path, data: text })), picture]
  const result: InitResult = { written: [], kept: [] }
  for (const { path, data } of files) {
    const fresh = await createFile(join(root, path), data)
    const list = fresh ? result.written : result.kept
    list.push(path)
  }
  return result
}

/**
 * Whether a newsletter can be made in a folder; asked before any question is.
 *
 * @throws UsageError when it cannot
 */
export async function refuseExisting(root: string): Promise<void> {
  if (await exists(join(root, newsletterFile))) {
    const hint = 'nothing was changed; `gazette status` says where it stands'
    throw new UsageError([diagnostic('GZ-U005', `there is a newsletter in ${root} already`, { file: newsletterFile, hint })])
  }
  for (let folder = root; folder !== dirname(folder); folder = dirname(folder)) {
    const found = await stat(folder).catch(() => undefined)
    if (found?.isDirectory() === true) return
    if (found !== undefined) throw new UsageError([diagnostic('GZ-U005', `${folder} is a file, not a folder`)])
  }
}

function refuseBadAnswers({ name, from, sections }: StarterAnswers): void {
  if (sections.length === 0) throw new UsageError([diagnostic('GZ-U004', '--sections must name at least one section')])
  const checked = newsletterSchema.safeParse({ name, from: { address: from }, sections })
  if (checked.success) return
  const flags: Record<string, string> = { name: '--name', from: '--from', sections: '--sections' }
  throw new UsageError(
    checked.error.issues.map((issue) => {
      const given = issue.path[0] === 'from' ? from : issue.path[0] === 'name' ? name : sections.join(', ')
      const rule = issue.code === 'too_small' ? 'must not be empty' : issue.message
      return diagnostic('GZ-U004', `${flags[String(issue.path[0])] ?? ''} ${rule}, got ${JSON.stringify(given)}`)
    }),
  )
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
