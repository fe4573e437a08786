import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { afterAll, describe, it, onTestFinished } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { format, spread, timeProcess } from './timing.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const shim = join(repository, 'src/cli/gazette.cjs')
const home = mkdtempSync(join(tmpdir(), 'gazette-bench-preview-'))
afterAll(() => {
  rmSync(home, { recursive: true })
})

/**
 * Published or measured before on a machine like this one, and printed for comparison only: react-email 6.11 with its
 * own sample project; Maizzle 6.1, which did not start on Node 20.20, from its issue tracker (#430).
 */
const peers = {
  first: 'react-email: 3.0 s to the first page, 3.0 s to the first render',
  save: 'react-email: 90 ms for a warm render without the way to the screen; Maizzle #430: 18 s for a large project',
  memory: 'react-email: 220 MB',
}

/** A newsletter with one issue of twenty stories of about 500 words. */
function newsletter(name: string): string {
  const root = join(home, name)
  mkdirSync(join(root, 'content/articles'), { recursive: true })
  mkdirSync(join(root, 'content/issues'), { recursive: true })
  for (const part of ['images', 'newsletter.yaml']) cpSync(join(repository, 'content', part), join(root, 'content', part), { recursive: true })
  const sample = readFileSync(join(repository, 'content/articles/2026-11-24-high-water-on-a-calm-day.md'), 'utf8')
  for (let index = 0; index < 20; index++) {
    const day = `2026-10-${String(index + 1).padStart(2, '0')}`
    writeFileSync(join(root, `content/articles/${day}-story.md`), sample.replace(/^title:.*$/m, `title: Story number ${index}`).replace(/^date:.*$/m, `date: ${day}`))
  }
  writeFileSync(join(root, 'content/issues/2026-w44.md'), '---\ndate: 2026-10-29\narticles: {limit: 20}\n---\n\nHello.\n')
  return root
}

const file = (root: string): string => join(root, 'content/articles/2026-10-05-story.md')

function retitle(root: string, title: string): void {
  writeFileSync(file(root), readFileSync(file(root), 'utf8').replace(/^title:.*$/m, `title: ${title}`))
}

/** Starts the command itself; resolves when it says where it is. */
async function start(root: string): Promise<{ child: ChildProcess; url: string; milliseconds: number }> {
  const started = performance.now()
  const child = spawn(process.execPath, [shim, 'preview', '-p', '0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] })
  onTestFinished(() => {
    child.kill()
  })
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      said += chunk
      const found = /http:\/\/\S+/.exec(said)
      if (found !== null) resolve(found[0])
    })
    child.once('exit', (code) => {
      reject(new Error(`the preview ended with ${String(code)}`))
    })
  })
  return { child, url, milliseconds: performance.now() - started }
}

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${String(child.pid)}/status`, 'utf8')
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? NaN) / 1024
}

/** Time the process was on a processor, which other programs do not add to; in steps of 10 ms. */
function cpuMilliseconds(child: ChildProcess): number {
  const fields = readFileSync(`/proc/${String(child.pid)}/stat`, 'utf8').replace(/^.*\) /, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

describe('preview', () => {
  it('from start to the first page, and to the first message', async () => {
    const root = newsletter('start')
    const pages: number[] = []
    const messages: number[] = []
    const cpu: number[] = []
    const bare: number[] = []
    for (let round = 0; round < 7; round++) {
      const began = performance.now()
      const { child, url } = await start(root)
      await (await fetch(url)).text()
      pages.push(performance.now() - began)
      cpu.push(cpuMilliseconds(child))
      await (await fetch(`${url}frame/2026-w44`)).text()
      messages.push(performance.now() - began)
      child.kill()
      bare.push(timeProcess(process.execPath, ['-e', '0']))
    }
    console.log(`start to first page        ${format(spread(pages), 'ms')} (goal: below 500)`)
    console.log(`  of that on a processor   ${format(spread(cpu), 'ms')}`)
    console.log(`node -e 0, in between      ${format(spread(bare), 'ms')}`)
    console.log(`start to first message     ${format(spread(messages), 'ms')} (20 stories)`)
    console.log(`                           ${peers.first}`)
  })

  it('from save to pixels, 50 edits of an issue of 20 stories', async () => {
    const browser = await openBrowser()
    if (browser === undefined) throw new Error('pixels need a browser')
    onTestFinished(() => browser.close())
    const root = newsletter('save')
    const { child, url } = await start(root)
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' })
    await page.goto(url)
    await page.locator('.frame iframe').contentFrame().getByText('Story number 4', { exact: true }).first().waitFor()
    const times: number[] = []
    let cpu = 0
    for (let edit = 0; edit < 55; edit++) {
      const title = `Edit ${edit} is on the screen`
      if (edit === 5) cpu = cpuMilliseconds(child)
      // As text, because the types of a browser are not those of this program.
      const seen = page.evaluate<number>(`new Promise((resolve) => {
        const look = () => {
          const body = document.querySelector('iframe')?.contentDocument?.body
          if (body?.textContent.includes(${JSON.stringify(title)})) requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()))
          else requestAnimationFrame(look)
        }
        look()
      })`)
      const saved = performance.timeOrigin + performance.now()
      retitle(root, title)
      times.push((await seen) - saved)
      await page.waitForTimeout(300)
    }
    cpu = (cpuMilliseconds(child) - cpu) / 50
    const sorted = times.slice(5).toSorted((a, b) => a - b)
    const at = (share: number): string => `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(0)} ms`
    console.log(`save to pixels             p50 ${at(0.5)}, p95 ${at(0.95)}, worst ${at(1)} (goal: at most 200)`)
    console.log(`  server, on a processor   ${cpu.toFixed(0)} ms per edit, findings and all`)
    console.log(`                           ${peers.save}`)
  })

  it('memory after 200 rebuilds', async () => {
    const root = newsletter('memory')
    const { child, url } = await start(root)
    const abort = new AbortController()
    const stream = await fetch(`${url}events?issue=2026-w44`, { signal: abort.signal })
    const reader = stream.body?.getReader()
    if (reader === undefined) throw new Error('no event stream')
    await (await fetch(`${url}frame/2026-w44`)).text()
    const before = residentMegabytes(child)
    const decoder = new TextDecoder()
    for (let edit = 0; edit < 200; edit++) {
      retitle(root, `Rebuild ${edit}`)
      for (let said = ''; !said.includes('"built"'); ) said += decoder.decode(((await reader.read()) as { value?: Uint8Array }).value, { stream: true })
      await (await fetch(`${url}api/issues/2026-w44`)).text()
      await (await fetch(`${url}frame/2026-w44`)).text()
    }
    console.log(`memory, first message      ${before.toFixed(0)} MB`)
    console.log(`memory, 200 rebuilds later ${residentMegabytes(child).toFixed(0)} MB`)
    console.log(`                           ${peers.memory}`)
    abort.abort()
  })

  it('weight of the page', () => {
    const weigh = (name: string): number => gzipSync(readFileSync(join(repository, 'dist/preview/ui', name))).length / 1024
    const [script, style] = [weigh('app.js'), weigh('app.css')]
    console.log(`page, compressed           ${(script + style).toFixed(1)} KB: script ${script.toFixed(1)}, style ${style.toFixed(1)} (goal: at most 60)`)
  })
})
