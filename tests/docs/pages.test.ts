import { spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { settled, type Step, stepsOf } from '../support/docs/console.ts'
import { clone, install, pack } from '../support/installed.ts'
import { startInTerminal } from '../support/terminal.ts'

// Every command of the README and of the getting-started page is run as it stands there, in an empty folder, and
// prints what the page says.

let home = ''
let tarball = ''
beforeAll(() => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'gazette-pages-')))
  tarball = pack(home)
})
afterAll(() => { rmSync(home, { recursive: true, force: true }) })

interface Ended {
  code: number | null
  /** Both streams, as a terminal shows them. */
  printed: string
  /** Folder in which the next command runs. */
  folder: string
}

/** What a network would be needed for, or what this test is itself a part of. */
const replaced: Record<string, (folder: string) => string> = {
  'npm install ../gazette-0.1.0.tgz': (folder) => {
    install(tarball, folder)
    return 'true'
  },
  'npm ci && npm start': () => 'npm start --silent',
  'npm ci && npm test': () => 'npm pkg get scripts.test',
}

async function run(command: string, folder: string): Promise<Ended> {
  const place = join(home, 'folder.txt')
  const line = replaced[command]?.(folder) ?? command
  const child = spawn('bash', ['-c', `exec 2>&1\n${line}\ncode=$?\npwd > ${place}\nexit $code`], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, TZ: 'UTC', NO_COLOR: '1', npm_config_loglevel: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (printed += chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject).on('close', resolve)
  })
  return { code, printed, folder: readFileSync(place, 'utf8').trim() }
}

/** The one file whose name fits; `*` stands for anything. */
function fitting(pattern: string, folder: string): string {
  const name = new RegExp(`^${basename(pattern).replaceAll('.', String.raw`\.`).replaceAll('*', '.*')}$`)
  const found = readdirSync(join(folder, dirname(pattern))).filter((file) => name.test(file))
  expect(found, pattern).toHaveLength(1)
  return join(folder, dirname(pattern), found[0] ?? '')
}

async function follow(page: string, steps: readonly Step[], start: string): Promise<void> {
  let folder = start
  for (const step of steps) {
    const where = `${page}:${step.line}`
    if (step.kind === 'append') {
      appendFileSync(fitting(step.file, folder), `\n${step.text}`)
      continue
    }
    if (step.kind === 'start') {
      const { says, text } = startInTerminal(step.command, folder)
      await says((printed) => settled(printed).includes(settled(step.output)))
      // What it says can be opened in a browser can be.
      for (const [address] of text().matchAll(/http:\/\/\S+/g)) expect((await fetch(address)).status, `${where}: ${address}`).toBe(200)
      continue
    }
    if (step.kind !== 'run') throw new Error(`${where}: this page cannot ask for that`)
    const ended = await run(step.command, folder)
    // A page may show an error; then the command has to fail.
    const fails = /^(.*\s)?error {2}GZ-/m.test(step.output)
    expect(ended.code !== 0, `${where}: ${step.command}\n${ended.printed}`).toBe(fails)
    if (step.output !== '') expect(settled(ended.printed), where).toBe(settled(step.output))
    folder = ended.folder
  }
}

describe('a newcomer', () => {
  test('can do what docs/getting-started.md says', { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(join(home, 'newcomer-'))
    const steps = stepsOf('docs/getting-started.md')
    expect(steps.length).toBeGreaterThan(8)
    await follow('docs/getting-started.md', steps, folder)
  })

  test('can do what docs/sources.md says', { timeout: 300_000 }, async () => {
    await follow('docs/sources.md', stepsOf('docs/sources.md'), mkdtempSync(join(home, 'reader-')))
  })

  test('can do what README.md says', { timeout: 300_000 }, async () => {
    const folder = mkdtempSync(join(home, 'clone-'))
    clone(folder)
    await follow('README.md', stepsOf('README.md'), folder)
  })
})

test('the tarball is named as the pages name it', () => {
  expect(basename(tarball)).toBe('gazette-0.1.0.tgz')
})
