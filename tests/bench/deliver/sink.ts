import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { performance } from 'node:perf_hooks'
import { listening } from '../../deliver/helpers/listening.ts'

const sinkPath = '/usr/sbin/smtp-sink'
const sourcePath = '/usr/sbin/smtp-source'

/** Why there is nothing to send to; undefined when there is. */
export const withoutPostfix = existsSync(sinkPath) && existsSync(sourcePath) ? undefined : 'smtp-sink and smtp-source are not there: apt-get install postfix'

/** Postfix's counting sink on a free port of this machine, taking everything. */
export interface Sink {
  port: number
  stop: () => Promise<void>
}

export async function startSink(): Promise<Sink> {
  const probe = createServer()
  const port = await listening(probe)
  probe.close()
  await once(probe, 'close')
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : []
  const child: ChildProcess = spawn(sinkPath, [...user, `127.0.0.1:${port}`, '1000'], { stdio: 'ignore' })
  await answers(port)
  return {
    port,
    stop: async () => {
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const socket = connect(port, '127.0.0.1')
    const isUp = await new Promise<boolean>((resolve) => {
      socket.once('data', () => { resolve(true) })
      socket.once('error', () => { resolve(false) })
    })
    socket.destroy()
    if (isUp) return
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  throw new Error('smtp-sink does not answer')
}

/** The ceiling: Postfix's own generator in C, whose messages are all the same. @returns messages per second */
export function sourceRate(port: number, messages: number, bytes: number, sessions: number): number {
  const started = performance.now()
  const run = spawnSync(sourcePath, ['-s', String(sessions), '-m', String(messages), '-l', String(bytes), '-d', '-f', 'news@example.com', '-t', 'reader@example.com', `127.0.0.1:${port}`])
  if (run.status !== 0) throw new Error(`smtp-source failed: ${run.stderr.toString()}`)
  return (messages / (performance.now() - started)) * 1000
}

/** Peak memory of a process so far, in bytes (VmHWM of Linux). */
export function peakMemory(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024
}

/** Processor time of a process so far, in seconds (Linux counts in hundredths). */
export function processorTime(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /s, '').split(' ')
  return (Number(fields[11]) + Number(fields[12])) / 100
}
