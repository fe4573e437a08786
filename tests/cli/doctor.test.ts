import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
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

async function examine(args: string[] = [], env: Record<string, string> = {}): Promise<{ code: number | null; of: (subject: string) => Finding | undefined }> {
  const run = await gazette(['doctor', '--json', ...args], { cwd: home, env })
  const { findings } = documentOf(run).data as { findings: Finding[] }
  return { code: run.code, of: (subject) => findings.find((finding) => finding.subject === subject) }
}

test('a newsletter in order has no problem, and every warning has its remedy', async () => {
  const run = await gazette(['doctor'], { cwd: home })
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(run.stdout).toMatch(/^ok {7}content {6}15 articles, 2 issues$/m)
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
  const { code, of } = await examine(['--dns', '--dkim-selector', 's1', '--name-server', server.address])
  expect(of('SPF')).toMatchObject({ verdict: 'ok' })
  expect(of('DKIM')).toMatchObject({ verdict: 'ok' })
  expect(of('DMARC')).toMatchObject({ verdict: 'problem' })
  expect(code).toBe(4)
})

describe('the mail server', () => {
  let smtp: SMTPServer | undefined
  afterEach(async () => {
    await new Promise<void>((resolve) => { if (smtp === undefined) resolve(); else smtp.close(() => { resolve() }) })
    smtp = undefined
  })

  async function listen(password: string): Promise<string> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS'],
      onAuth: (auth, _session, done) => {
        if (auth.password === password) done(null, { user: auth.username })
        else done(new Error('wrong password'))
      },
    })
    smtp = server
    await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
    return `127.0.0.1:${(server.server.address() as AddressInfo).port}`
  }

  test('is not needed before a send', async () => {
    expect((await examine()).of('mail server')).toMatchObject({ verdict: 'note' })
  })

  test('takes the password, or does not, and the password is never shown', async () => {
    const place = await listen('s3cret-word')
    expect((await examine([], { GAZETTE_SMTP_URL: `smtp://ada:s3cret-word@${place}` })).of('mail server')).toMatchObject({ verdict: 'ok', text: `smtp://${place} takes the password` })
    writeFileSync(join(home, '.env'), `GAZETTE_SMTP_URL=smtp://ada:other-word@${place}\n`, { mode: 0o600 })
    const refused = await examine()
    expect(refused.of('mail server')).toMatchObject({ verdict: 'problem' })
    expect(refused.of('mail server')?.text).not.toContain('other-word')
    expect(refused.code).toBe(4)
  })

  test('has an address that can be read', async () => {
    const { code, of } = await examine([], { GAZETTE_SMTP_URL: 'http://mail.example.com' })
    expect(of('mail server')).toMatchObject({ verdict: 'problem' })
    expect(code).toBe(2)
  })
})
