import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkIssue } from '../../src/app/check.ts'
import { templateNames } from '../support/samples.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))
const home = mkdtempSync(join(tmpdir(), 'gazette-checked-'))
const [plain, adorned, arabic] = ['plain', 'adorned', 'arabic'].map((name) => join(home, name)) as [string, string, string]

beforeAll(() => {
  for (const root of [plain, adorned]) cpSync(join(repository, 'content'), join(root, 'content'), { recursive: true })
  cpSync(join(repository, 'tests/fixtures/arabic'), arabic, { recursive: true })
  cpSync(join(repository, 'content/images'), join(arabic, 'content/images'), { recursive: true })
  const file = join(adorned, 'content/newsletter.yaml')
  const more = 'options:\n  contents: true\n  images: true\n  textLinks: numbered\n'
  writeFileSync(file, `${readFileSync(file, 'utf8').replace('brand:\n', 'brand:\n  logo: ferry.png\n  logoDark: ferry.png\n')}${more}`)
})
afterAll(() => {
  rmSync(home, { recursive: true })
})

async function found(root: string, template: string): Promise<string[]> {
  const { findings } = await checkIssue({ root, issue: '2026-w48', template, now: new Date('2026-11-26T08:00:00Z'), random: randomBytes })
  return findings.map(({ code, message, file, line }) => `${code} ${message} (${file ?? ''}:${line ?? 0})`)
}

describe.for(templateNames)('gazette check finds nothing to say of %s', (template) => {
  it('with the sample', async () => {
    expect(await found(plain, template)).toEqual([])
  })

  it('with logos and every option that adds something', async () => {
    expect(await found(adorned, template)).toEqual([])
  })

  it('written from right to left', async () => {
    expect(await found(arabic, template)).toEqual([])
  })
})
