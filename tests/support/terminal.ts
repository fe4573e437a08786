import { spawn } from 'node:child_process'
import { onTestFinished } from 'vitest'

export interface Terminal {
  /** Both streams so far. */
  text: () => string
  /** Its exit code, when it is over. */
  ended: Promise<number | null>
  /** Waits until what was printed fits. */
  says: (fits: (printed: string) => boolean) => Promise<void>
}

/** Starts a line of shell that goes on, and ends it and what it started with the test. */
export function startInTerminal(line: string, folder: string): Terminal {
  const child = spawn('bash', ['-c', `exec 2>&1\nexec ${line}`], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
    // A process group of its own, because npx starts another process.
    detached: true,
  })
  onTestFinished(() => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL')
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    printed += chunk
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve)
  })
  return {
    ended,
    text: () => printed,
    says: (fits) =>
      new Promise((resolve, reject) => {
        const check = (): void => {
          if (fits(printed)) resolve()
        }
        child.stdout.on('data', check)
        check()
        void ended.then(() => {
          reject(new Error(`it ended, after saying:\n${printed}`))
        })
      }),
  }
}
