import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'

const run = promisify(execFile)
const shellAt = (name: string): string | undefined => ['/bin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((folder) => join(folder, name)).find((path) => existsSync(path))

// The scripts call `gazette`, so it has to be on the path under that name.
let bin = ''
beforeAll(() => {
  bin = mkdtempSync(join(tmpdir(), 'gazette-bin-'))
  symlinkSync(join(process.cwd(), 'src/cli/gazette.cjs'), join(bin, 'gazette'))
})
afterAll(() => { rmSync(bin, { recursive: true, force: true }) })
const env = (): NodeJS.ProcessEnv => ({ ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` })

/** The same line in each shell: what it offers for `gazette build 2026-`. */
const harness = {
  bash: (script: string) => `${script}\nCOMP_WORDS=(gazette build 2026-); COMP_CWORD=2; _gazette; printf '%s\\n' "\${COMPREPLY[@]}"`,
  zsh: (script: string) => `compdef() { :; }; _describe() { print -l -- "\${(@P)2}"; }; _files() { print FILES; }\n${script}\nwords=(gazette build 2026-); CURRENT=3; _gazette`,
  fish: (script: string) => `${script}\ncomplete -C 'gazette build 2026-'`,
}

describe.each(['bash', 'zsh', 'fish'] as const)('the script for %s', (name) => {
  const path = shellAt(name)
  test.skipIf(path === undefined)('offers the issues of the newsletter', async () => {
    const { script } = documentOf(await gazette(['completion', name, '--json'])).data as { script: string }
    const { stdout } = await run(path ?? '', ['-c', harness[name](script)], { env: env() })
    expect(stdout.trim().split('\n').map((line) => line.trim())).toEqual(['2026-w48', '2026-w47'])
  })
})

test('the command line of the moment is never an error', async () => {
  expect(await gazette(['__complete', '--', 'nonsense', '--what', '"'])).toMatchObject({ code: 0, stderr: '' })
  expect((await gazette(['__complete', '--', 'explain', 'GZ-C00'])).stdout).toContain('GZ-C001\n')
  expect((await gazette(['__complete', '--', 'b'])).stdout).toMatch(/^build\tbuild an issue/)
})

test('an unknown shell is refused with a suggestion', async () => {
  const refused = await gazette(['completion', 'zhs', '--json'])
  expect(refused.code).toBe(2)
  expect(documentOf(refused).diagnostics).toMatchObject([{ hint: 'did you mean zsh?' }])
})
