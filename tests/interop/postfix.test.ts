import { spawnSync } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { article, newsletterFolder } from '../support/newsletter-folder.ts'
import { type Postfix, postfixAbsent, startPostfix } from '../support/postfix.ts'

const fixture = (name: string): string => fileURLToPath(new URL(`../deliver/fixtures/${name}`, import.meta.url))

const newsletter = `name: The Harbour Review
from:
  address: news@harbour.example
links:
  unsubscribe: https://harbour.example/unsubscribe/{token}
  listId: weekly.harbour.example
delivery:
  returnPath: bounces@harbour.example
  verp: true
  dkim:
    selector: s1
`

/** Debian's package python3-dkim: a verifier that shares no line with ours. */
const python = '/usr/bin/python3'
const verifierAbsent = spawnSync(python, ['-c', 'import dkim']).status !== 0
const verify = `
import sys, dkim
record = open(sys.argv[1], 'rb').read().strip()
print(dkim.DKIM(sys.stdin.buffer.read()).verify(dnsfunc=lambda name, timeout=5: record))
`

function isSigned(message: Buffer): boolean {
  const run = spawnSync(python, ['-c', verify, fixture('dkim.txt')], { input: message, encoding: 'utf8' })
  return run.stdout.trim() === 'True'
}

async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 200 && !condition(); tries++) await new Promise((resolve) => setTimeout(resolve, 100))
}

describe.skipIf(postfixAbsent)('with a real Postfix that wants STARTTLS and a password', () => {
  let postfix: Postfix
  beforeAll(async () => {
    postfix = await startPostfix(['ana@example.com', 'ben@example.com', 'bounces@harbour.example'])
  })
  afterAll(() => {
    postfix.stop()
  })

  function folder(): { root: string; env: Record<string, string> } {
    const root = newsletterFolder({
      'content/newsletter.yaml': newsletter,
      'content/articles/2026-11-20-crane.md': article('The crane comes down', 'url: https://harbour.example/crane\n'),
      'content/issues/2026-w47.md': '---\ndate: 2026-11-21\nsubject: Höchstwasser im Hafen\n---\n',
      'people.csv': 'email,name\nana@example.com,Ana Reader\nben@example.com,Ben\ngone@example.com,Gone\n',
    })
    copyFileSync(fixture('dkim.key'), join(root, 'dkim.key'))
    return { root, env: { GAZETTE_SMTP_URL: postfix.url, GAZETTE_DKIM_KEY: 'dkim.key' } }
  }

  it('sends to a list, reads the bounce that comes back, and does not mail the dead address again', async () => {
    const { root, env } = folder()
    const sent = await gazette(['send', '2026-w47', '--list', 'people.csv', '--confirm', '3'], { cwd: root, env })
    expect(sent.code, sent.stdout + sent.stderr + postfix.log()).toBe(0)
    await until(() => postfix.mailbox('ana').length > 0 && postfix.mailbox('ben').length > 0 && postfix.mailbox('bounces').length > 0)
    expect([postfix.mailbox('ana').length, postfix.mailbox('ben').length]).toEqual([1, 1])
    expect(postfix.mailbox('ana')[0]?.toString()).toContain('To: Ana Reader <ana@example.com>')

    const read = await gazette(['bounces', postfix.folderOf('bounces'), '--json'], { cwd: root, env })
    expect(documentOf(read).data).toMatchObject({ read: 1, suppressed: 1, messages: [{ outcome: 'hard', address: 'gone@example.com', issue: '2026-w47' }] })
    const again = await gazette(['send', '2026-w47', '--list', 'people.csv', '--confirm', '0', '--json'], { cwd: root, env })
    expect(again.code, again.stdout + again.stderr).toBe(0)
    // What Postfix took over stands in its log, whatever becomes of it.
    expect(postfix.log().match(/from=<bounces\+/g)).toHaveLength(3)
  })

  it.skipIf(verifierAbsent)('is signed so that a verifier of others agrees, and so that a change is noticed', () => {
    const [message] = postfix.mailbox('ana')
    if (message === undefined) throw new Error('nothing came')
    expect(isSigned(message)).toBe(true)
    const changed = message.toString('latin1').replace('List-Unsubscribe: <https://harbour.example', 'List-Unsubscribe: <https://pirates.example')
    expect(isSigned(Buffer.from(changed, 'latin1'))).toBe(false)
  })

  it('is refused with a wrong password, in words', async () => {
    const { root, env } = folder()
    const run = await gazette(['test', '--to', 'ana@example.com', '--json'], { cwd: root, env: { ...env, GAZETTE_SMTP_URL: postfix.url.replace('sesame', 'barley') } })
    expect(run.code).toBe(4)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-D009', message: expect.stringMatching(/535|authentication failed/i) as string }])
  })

  it('is not spoken to when its certificate is not trusted', async () => {
    const { root, env } = folder()
    const run = await gazette(['test', '--to', 'ana@example.com', '--json'], { cwd: root, env: { ...env, GAZETTE_SMTP_URL: postfix.url.replace(/&ca=.*/, '') } })
    expect(run.code).toBe(4)
    expect(documentOf(run).diagnostics).toMatchObject([{ code: 'GZ-D009', message: expect.stringMatching(/certificate/i) as string }])
  })
})
