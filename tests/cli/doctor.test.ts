import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Finding } from '../../src/app/doctor/finding.ts'
import { documentOf, gazette } from '../support/cli.ts'
import { startNameServer, type NameServer } from '../support/name-server.ts'

let home = ''
let server: NameServer | undefined
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'gazette-doctor-'))
  cpSync('content', join(home, 'content'), { recursive: true })
})
afterEach(async () => {
  await server?.stop()
  server = undefined
  rmSync(home, { recursive: true, force: true })
})

async function examine(...args: string[]): Promise<{ code: number | null; of: (subject: string) => Finding | undefined }> {
  const run = await gazette(['doctor', '--json', ...args], { cwd: home })
  const { findings } = documentOf(run).data as { findings: Finding[] }
  return { code: run.code, of: (subject) => findings.find((finding) => finding.subject === subject) }
}

test('a newsletter in order has no problem, and every warning has its remedy', async () => {
  const run = await gazette(['doctor'], { cwd: home })
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(run.stdout).toMatch(/^ok {7}content {5}15 articles, 2 issues$/m)
  expect(run.stdout).toMatch(/^warning {2}sender .*\n {2,}→ /m)
  expect(run.stdout).toMatch(/\nNext: gazette$/m)
})

test('says what is wrong and where', async () => {
  writeFileSync(join(home, 'content/articles/2026-11-26-broken.md'), '---\ntitle: T\nfeatured: often\n---\nText.\n')
  writeFileSync(join(home, 'content/.schema/issue.json'), '{}')
  const { code, of } = await examine()
  expect(code).toBe(1)
  expect(of('content')).toMatchObject({ verdict: 'problem' })
  expect(of('content')?.text).toContain('content/articles/2026-11-26-broken.md:3 ')
  expect(of('schemas')).toMatchObject({ verdict: 'warning', remedy: 'gazette schema --write' })
})

test('a folder without a newsletter is a matter of configuration', async () => {
  rmSync(join(home, 'content'), { recursive: true })
  const { code, of } = await examine()
  expect(code).toBe(2)
  expect(of('newsletter')).toMatchObject({ verdict: 'problem' })
})

test('an output folder that is a file is a matter of the machine', async () => {
  writeFileSync(join(home, 'out'), '')
  expect((await examine()).code).toBe(4)
})

test('asks the name server about the sender', async () => {
  server = await startNameServer({
    'breakwater.example': ['v=spf1 include:mail.example -all'],
    's1._domainkey.breakwater.example': ['v=DKIM1; k=ed25519; ', 'p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo='],
  })
  const { code, of } = await examine('--dns', '--dkim-selector', 's1', '--name-server', server.address)
  expect(of('SPF')).toMatchObject({ verdict: 'ok' })
  expect(of('DKIM')).toMatchObject({ verdict: 'ok' })
  expect(of('DMARC')).toMatchObject({ verdict: 'problem' })
  expect(code).toBe(4)
})
