import { resolve } from 'node:path'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { exitCode } from '../diagnostics/errors.ts'
import { exportPreview } from '../preview/export.ts'
import { uiFolder } from '../preview/run.ts'
import type { Outcome } from './outcome.ts'
import { humanReport } from './reporters/human.ts'
import type { Shell } from './shell.ts'
import { version } from './version.ts'

/** `gazette preview --static DIR`: writes the page as files, and ends. */
export async function runExport(shell: Shell, issue: string | undefined, folder: string): Promise<Outcome> {
  const stops: Diagnostic[] = []
  const { slug, files, bytes } = await exportPreview({
    root: shell.root,
    folder: resolve(folder),
    ui: uiFolder,
    version,
    now: () => new Date(),
    ...(issue === undefined ? {} : { issue }),
    report: (_slug, breaking) => {
      stops.push(...breaking)
      shell.note(humanReport(breaking, shell.root))
    },
  })
  const size = `${files} files, ${(bytes / 1_000_000).toFixed(1)} MB`
  const text = [`Wrote  ${folder}/index.html  (${slug}; ${size})`, 'Open it in a browser, or hand the whole folder on. It holds no list and changes nothing.'].join('\n')
  return { data: { folder: resolve(folder), issue: slug, files, bytes }, text, exit: stops.length > 0 ? exitCode.content : exitCode.ok }
}
