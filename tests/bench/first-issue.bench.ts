import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { afterAll, describe, it } from 'vitest'
import { pack } from '../support/installed.ts'
import { format, spread, timeProcess, versus } from './timing.ts'

const home = mkdtempSync(join(tmpdir(), 'gazette-first-'))
afterAll(() => {
  rmSync(home, { recursive: true })
})

/** Bytes of all files below a folder. */
function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? sizeOf(path) : entry.isFile() ? statSync(path).size : 0)
  }, 0)
}

/** Runs a command; its seconds, or undefined when it failed. */
function seconds(command: string, args: string[], cwd: string): number | undefined {
  const started = performance.now()
  const { status } = spawnSync(command, args, { cwd, stdio: 'ignore' })
  return status === 0 ? (performance.now() - started) / 1000 : undefined
}

const megabytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MB`

describe('from an empty folder to a rendered issue', () => {
  it('installed from the tarball', () => {
    const tarball = pack(home)
    const installs: number[] = []
    const firsts: number[] = []
    const laters: number[] = []
    let bytes = 0
    for (let round = 0; round < 3; round++) {
      const folder = join(home, `round-${round}`)
      mkdirSync(folder)
      const install = seconds('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball], folder)
      if (install === undefined) {
        console.log('npm install needs its cache or a network, and has neither: not measured')
        return
      }
      installs.push(install)
      bytes = sizeOf(join(folder, 'node_modules'))
      const gazette = join(folder, 'node_modules/.bin/gazette')
      firsts.push(seconds(gazette, ['demo', '--no-preview'], folder) ?? NaN)
      rmSync(join(folder, 'out'), { recursive: true })
      laters.push(seconds(gazette, ['build'], folder) ?? NaN)
    }
    console.log(`npm install                ${format(spread(installs), 's')}`)
    console.log(`gazette demo, the first run ${format(spread(firsts), 's')} to a rendered issue`)
    console.log(`gazette build, the second  ${format(spread(laters), 's')}`)
    console.log(`installed                  ${megabytes(bytes)} (goal: at most 110 MB; react-email 468 MB and 3 s, Eleventy 23 MB and 2 s)`)
  })

  it('bare `gazette`, beside a bare node', async () => {
    const folder = join(home, 'bare')
    mkdirSync(folder)
    const shim = join(import.meta.dirname, '../../src/cli/gazette.cjs')
    timeProcess(process.execPath, [shim, 'demo', '--no-preview'], folder)
    const result = await versus(
      () => timeProcess(process.execPath, [shim], folder),
      () => timeProcess(process.execPath, ['-e', '0'], folder),
      15,
    )
    console.log(`gazette                    ${format(result.a, 'ms')}`)
    console.log(`node -e 0                  ${format(result.b, 'ms')}`)
    console.log(`ratio                      ${format(result.ratio, '')}`)
  })
})
