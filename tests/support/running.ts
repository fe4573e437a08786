import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const shim = fileURLToPath(new URL('../../src/cli/gazette.cjs', import.meta.url))

/** A command that goes on until it is stopped. */
export interface Running {
  child: ChildProcessWithoutNullStreams
  stdout: () => string
  stderr: () => string
  /** Resolves with what a pattern found in the output so far, as soon as it is there. */
  says: (pattern: RegExp) => Promise<RegExpExecArray>
  /** Sends a signal, and waits for the end. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  ended: Promise<number | null>
}

/** Starts the real command line, as built into dist/, and lets it run. */
export function startGazette(args: readonly string[], options: { cwd?: string; env?: Record<string, string> } = {}): Running {
  const child = spawn(process.execPath, [shim, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...options.env },
    stdio: 'pipe',
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let stdout = ''
  let stderr = ''
  const waiting = new Set<() => void>()
  const onText = (): void => {
    for (const check of waiting) check()
  }
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    stdout += chunk
    onText()
  })
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr += chunk
    onText()
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  return {
    child,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          const found = pattern.exec(stdout + stderr)
          if (found === null) return
          waiting.delete(check)
          resolve(found)
        }
        waiting.add(check)
        void ended.then(() => {
          reject(new Error(`it ended without saying ${String(pattern)}:\n${stdout}${stderr}`))
        })
        check()
      }),
    stop: (signal = 'SIGINT') => {
      child.kill(signal)
      return ended
    },
  }
}
