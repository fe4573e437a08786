import { randomBytes } from 'node:crypto'
import { join, relative, resolve } from 'node:path'
import { build } from '../app/build.ts'
import { copySample, demoFolder } from '../app/scaffold/demo.io.ts'
import { hasErrors } from '../diagnostics/diagnostic.ts'
import { counted, readableSize } from '../lib/size.ts'
import type { Outcome } from './outcome.ts'
import { canOpenBrowser, runPreview } from './preview-run.ts'
import type { Shell } from './shell.ts'

interface DemoFlags {
  port?: string
  open?: boolean
  preview?: boolean
}

/** Runs `gazette demo`: copies the sample, builds its newest issue, and goes on showing it until it is interrupted. */
export async function runDemo(shell: Shell, dir: string | undefined, flags: DemoFlags): Promise<Outcome> {
  const root = dir === undefined ? await demoFolder(shell.root) : resolve(shell.root, dir)
  const { written, kept } = await copySample(root)
  const { state, newsletter, diagnostics, folder } = await build({ root, now: new Date(), random: randomBytes })
  const made = { root, written, kept, issue: state.issueFile?.slug ?? null, folder: folder ?? null }
  if (hasErrors(diagnostics) || state.report === undefined || folder === undefined) {
    return { data: made, text: 'Nothing was built: the sample has been edited.', diagnostics }
  }
  const place = relative(process.cwd(), root)
  const { report } = state
  const lines = [
    `Sample newsletter ${newsletter.name} in ${place === '' ? 'this folder' : place}: ${copied(written.length, kept.length)}`,
    `Built ${join(relative(process.cwd(), folder) || '.', 'index.html')}: ${counted(report.stories.length, 'story', 'stories')}, ${readableSize(report.size.html)}`,
  ]
  const into = place === '' ? '' : `cd ${place} && `
  if (flags.preview === false) {
    return { data: { ...made, url: null }, text: [...lines, `Next: ${into}gazette preview`].join('\n'), diagnostics }
  }
  const open = flags.open !== false && !shell.json && canOpenBrowser()
  const shown = await runPreview({ ...shell, root }, undefined, { ...(flags.port === undefined ? {} : { port: flags.port }), ...(open ? { open } : {}) })
  const { url } = shown.data as { url: string }
  return {
    data: { ...made, url },
    text: [...lines, shown.text, 'Next: `gazette init` in an empty folder starts a newsletter of your own'].join('\n'),
    diagnostics,
    exit: shown.exit ?? 0,
  }
}

function copied(written: number, kept: number): string {
  if (kept === 0) return `${counted(written, 'file')} written below content/`
  return `${written === 0 ? 'nothing' : counted(written, 'file')} written, ${counted(kept, 'file')} left as found`
}
