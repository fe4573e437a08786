import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const shim = fileURLToPath(new URL('../../src/cli/gazette.cjs', import.meta.url))

export interface Run {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the real command line, as built into dist/, and waits for its end. */
export async function gazette(
  args: readonly string[],
  options: {
    cwd?: string
    input?: string | Buffer
    env?: Record<string, string>
    /** No file may become longer than so many bytes, as on a full disk. */
    largestFile?: number
  } = {},
): Promise<Run> {
  // The shell counts in blocks of 512 bytes (POSIX, ulimit).
  const limited = options.largestFile === undefined ? [] : ['sh', '-c', `ulimit -f ${Math.floor(options.largestFile / 512)}; exec "$@"`, 'sh']
  const [command = '', ...rest] = [...limited, process.execPath, shim, ...args]
  const child = spawn(command, rest, {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NO_COLOR: '1', ...options.env },
    stdio: 'pipe',
  })
  // A test that times out must not leave its process behind.
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk))
  child.stdin.end(options.input ?? '')
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  return { code, stdout, stderr }
}

/** The one JSON document of a run with `--json`. */
export interface Document {
  ok: boolean
  command: string
  version: string
  data: unknown
  diagnostics: { code: string; severity: string; file?: string; line?: number; column?: number; message: string; hint?: string }[]
}

/** Parses what a run with `--json` printed; fails when it is not exactly one document. */
export function documentOf(run: Run): Document {
  return JSON.parse(run.stdout) as Document
}
