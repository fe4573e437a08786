import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { publint } from 'publint'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const run = promisify(execFile)

// The sample newsletter in a folder of its own, where the package is found under its name.
let home = ''
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'gazette-library-'))
  cpSync('content', join(home, 'content'), { recursive: true })
  mkdirSync(join(home, 'node_modules'))
  symlinkSync(process.cwd(), join(home, 'node_modules/gazette'), 'dir')
})
afterAll(() => { rmSync(home, { recursive: true, force: true }) })

const page = readFileSync('docs/library.md', 'utf8')
const examples = [...page.matchAll(/```js\n([^]*?)```\n\n```text\n([^]*?)```/g)].map(([, code = '', output = '']) => ({ code, output }))

describe('docs/library.md', () => {
  test('shows what every example prints', () => {
    expect(examples.length).toBe([...page.matchAll(/```js\n/g)].length)
    expect(examples.length).toBeGreaterThan(2)
  })

  test.each(examples.map((example, index) => ({ ...example, number: index + 1 })))('example $number prints what it says', async ({ code, output, number }) => {
    const file = join(home, `example-${number}.mjs`)
    writeFileSync(file, code)
    const { stdout, stderr } = await run(process.execPath, [file], { cwd: home })
    expect({ stdout, stderr }).toEqual({ stdout: output, stderr: '' })
  })

  test('says of every exported function what it does', async () => {
    const exported = Object.keys(await import('../../src/index.ts'))
    for (const name of exported) expect(page, name).toContain(`\`${name}`.replace(/^`(build|check|summarise)$/, '## $1('))
  })
})

test('the types are found by a TypeScript program that imports the package', async () => {
  const program = join(home, 'program.ts')
  writeFileSync(program, "import { build } from 'gazette'\nconst { issue } = await build()\nexport const size: number | undefined = issue?.report.size.html\n// @ts-expect-error the subject is text\nexport const wrong: number | undefined = issue?.report.issue.subject\n")
  writeFileSync(join(home, 'package.json'), '{ "type": "module" }')
  const tsc = join(process.cwd(), 'node_modules/typescript/bin/tsc')
  const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--ignoreConfig']
  const { stdout } = await run(process.execPath, [tsc, ...flags, program], { cwd: home }).catch((error: unknown) => ({ stdout: String((error as { stdout?: unknown }).stdout) }))
  expect(stdout).toBe('')
})

test('publint has nothing to say of package.json', async () => {
  const { messages } = await publint({ pkgDir: process.cwd(), pack: false, strict: true })
  expect(messages).toEqual([])
})
