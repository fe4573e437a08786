import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { startGazette } from '../support/running.ts'

let home = ''
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gazette-demo-'))
})
afterEach(() => {
  rmSync(home, { recursive: true, force: true })
})

const read = (path: string): string => readFileSync(join(home, path), 'utf8')

/** Makes every connection that a process wants to open an error. */
function withoutNetwork(): Record<string, string> {
  const file = join(home, '.offline.cjs')
  writeFileSync(file, "require('node:net').Socket.prototype.connect = () => { throw new Error('there is no network') }\n")
  return { NODE_OPTIONS: `--require ${file}` }
}

describe('gazette demo', () => {
  test('in an empty folder builds a finished issue and shows it, without a network', async () => {
    const running = startGazette(['demo', '--port', '0'], { cwd: home, env: withoutNetwork() })
    const [, url = ''] = await running.says(/Preview {2}(http:\/\/\S+)/)
    await running.says(/Next: .*gazette init/)
    expect(running.stderr()).toBe('')
    const page = await fetch(url)
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<script')
    expect(await running.stop()).toBe(0)

    expect(running.stdout()).toContain('in this folder: ')
    expect(read('out/2026-w48/index.html')).toContain('Breakwater')
    expect(read('out/2026-w48/message.eml')).toContain('Subject: ')
  })

  test('with --json and --no-preview prints one document and ends', async () => {
    const run = await gazette(['demo', '--json', '--no-preview'], { cwd: home })
    expect(run.code).toBe(0)
    expect(documentOf(run)).toMatchObject({ ok: true, command: 'demo', diagnostics: [], data: { root: home, kept: [], issue: '2026-w48', url: null } })
  })

  test('never writes over a file', async () => {
    await gazette(['demo', '--no-preview'], { cwd: home })
    const article = 'content/articles/2026-11-14-night-buses.md'
    writeFileSync(join(home, article), '---\ntitle: My own\ndate: 2026-11-14\n---\n\nMine.\n')
    const again = await gazette(['demo', '--no-preview'], { cwd: home })
    expect(again.code).toBe(0)
    expect(again.stdout).toContain('nothing written')
    expect(read(article)).toContain('My own')
  })

  test('leaves a folder that is in use alone and makes one of its own', async () => {
    writeFileSync(join(home, 'notes.txt'), 'mine')
    const run = await gazette(['demo', '--no-preview'], { cwd: home })
    expect(run.stdout).toContain('Next: cd gazette-demo && gazette preview')
    expect(readdirSync(home).toSorted()).toEqual(['gazette-demo', 'notes.txt'])
  })

  test('refuses the folder of another newsletter', async () => {
    await gazette(['init', 'mine', '--yes'], { cwd: home })
    const before = read('mine/content/newsletter.yaml')
    const run = await gazette(['demo', 'mine', '--no-preview', '--json'], { cwd: home })
    expect(run.code).toBe(2)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-U005' }])
    expect(read('mine/content/newsletter.yaml')).toBe(before)
    expect(readdirSync(join(home, 'mine/content/articles'))).toHaveLength(2)
  })
})
