import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { spawn } from 'node:child_process'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { exitCode, UsageError } from '../diagnostics/errors.ts'
import { startPreview, type RunningPreview } from '../preview/run.ts'
import type { Outcome } from './outcome.ts'
import { humanReport } from './reporters/human.ts'
import type { Shell } from './shell.ts'
import { version } from './version.ts'

export interface PreviewFlags {
  port?: string
  open?: true
  list?: string
  host?: true
  static?: string
}

const usualPort = 4400

/** Starts `gazette preview`, which goes on until it is interrupted, or writes it as files. */
export async function runPreview(shell: Shell, issue: string | undefined, flags: PreviewFlags): Promise<Outcome> {
  if (flags.static !== undefined) {
    const { runExport } = await import('./preview-export.ts')
    return runExport(shell, issue, flags.static)
  }
  const port = portOf(flags.port)
  const list = flags.list === undefined ? undefined : await listOf(flags.list)
  const running = await startPreview({
    root: shell.root,
    port: port ?? usualPort,
    strictPort: port !== undefined && port !== 0,
    host: flags.host === true,
    version,
    ...(issue === undefined ? {} : { issue }),
    ...(list === undefined ? {} : { list }),
    report: (slug, breaking) => {
      shell.note(breaking.length === 0 ? `${slug} is whole again` : humanReport(breaking, shell.root))
    },
  })
  if (flags.open === true) openBrowser(running.url)
  // The servers keep the process alive; what is said here is said when they listen.
  endWhenInterrupted(running)
  const { url, shared } = running
  return { data: { url, shared: shared ?? null }, text: await announcement(running), exit: exitCode.ok }
}

function portOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = Number(text)
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError([diagnostic('GZ-U004', `--port ${text} is not a port`, { hint: 'a number from 1 to 65535' })])
  }
  return port
}

async function listOf(path: string): Promise<{ path: string; file: string }> {
  const full = resolve(path)
  const found = await stat(full).catch(() => undefined)
  if (found?.isFile() !== true) throw new UsageError([diagnostic('GZ-A001', `there is no list ${path}`)])
  return { path: full, file: basename(full) }
}

async function announcement({ url, shared }: RunningPreview): Promise<string> {
  const lines = [`Preview  ${url}`]
  if (shared !== undefined) {
    const { renderUnicodeCompact } = await import('uqr')
    lines.push(`Phone    ${shared}`, '', renderUnicodeCompact(shared, { border: 2 }))
  }
  return [...lines, 'Edit content/ or templates/ and the page follows. Ctrl-C ends it.'].join('\n')
}

/** Whether somebody is at this machine's screen: a terminal, outside of CI, and on Linux a display. */
export function canOpenBrowser(): boolean {
  if (!process.stdout.isTTY || process.env.CI !== undefined) return false
  return process.platform !== 'linux' || process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined
}

function openBrowser(url: string): void {
  const [command, ...args] = process.platform === 'darwin' ? ['open', url] : process.platform === 'win32' ? ['cmd', '/c', 'start', '', url] : ['xdg-open', url]
  // Without a browser the address on the terminal is still there.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref()
}

/** The first signal ends the preview in order, a second one at once. */
function endWhenInterrupted(running: RunningPreview): void {
  let ending = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (ending) process.exit(exitCode.interrupted)
      ending = true
      void running.close().then(() => process.exit(exitCode.ok))
    })
  }
}
