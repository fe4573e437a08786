import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Pair } from './data.ts'

const shim = fileURLToPath(new URL('../../../src/cli/gazette.cjs', import.meta.url))

/** What a run of `gazette summarise --batch` wrote, and what it took. */
export interface BatchRun {
  blurbs: Map<string, string>
  seconds: number
  /** Processor seconds of the whole process; less than `seconds` when others use the machine. */
  processorSeconds: number
  /** Greatest resident memory in MB, and what it was at each thousand blurbs; empty where /proc is not there. */
  peak: number
  memory: number[]
}

/** Runs the command itself as a user would, and reads what it writes. */
export async function runBatch(lines: Iterable<string>, words: number): Promise<BatchRun> {
  const started = performance.now()
  const child = spawn(process.execPath, [shim, 'summarise', '--batch', '--words', String(words), '-'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const run: BatchRun = { blurbs: new Map(), seconds: 0, processorSeconds: 0, peak: 0, memory: [] }
  let rest = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    const complete = (rest + chunk).split('\n')
    rest = complete.pop() ?? ''
    for (const line of complete) {
      const { id, blurb } = JSON.parse(line) as { id: string; blurb: string }
      run.blurbs.set(id, blurb)
      if (run.blurbs.size % 1000 === 0) run.memory.push(residentMegabytes(child.pid, 'VmRSS'))
      if (run.blurbs.size % 100 !== 0) continue
      run.peak = Math.max(run.peak, residentMegabytes(child.pid, 'VmHWM'))
      run.processorSeconds = Math.max(run.processorSeconds, processorSeconds(child.pid))
    }
  })
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  for (const line of lines) if (!child.stdin.write(`${line}\n`)) await new Promise((resolve) => child.stdin.once('drain', resolve))
  child.stdin.end()
  const code = await ended
  if (code !== 0) throw new Error(`gazette summarise --batch ended with ${String(code)}`)
  run.seconds = (performance.now() - started) / 1000
  return run
}

function residentMegabytes(pid: number | undefined, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const kilobytes = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1]
    return Number(kilobytes ?? 0) / 1024
  } catch {
    return 0
  }
}

/** User and system time so far, from proc(5); the kernel counts in hundredths of a second. */
function processorSeconds(pid: number | undefined): number {
  try {
    const fields = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return 0
  }
}

/** The line of a batch that a pair of the development data comes to. */
export function lineOf({ id, title, text, lang }: Pair): string {
  return JSON.stringify({ id, title, text, lang })
}
