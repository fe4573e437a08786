import { readdirSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { describe, expect, it, onTestFinished } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { article, newsletterFolder } from '../support/newsletter-folder.ts'
import { startGazette } from '../support/running.ts'
import { fakeSmtp, type FakeSmtp, type Script } from '../deliver/helpers/fake-smtp.ts'

const newsletter =
  'name: The Harbour Review\nfrom:\n  address: news@harbour.example\nlinks:\n  unsubscribe: https://harbour.example/u/{token}\n'

function folder(more: Record<string, string> = {}): string {
  return newsletterFolder({
    'content/newsletter.yaml': newsletter,
    'content/articles/2026-11-20-crane.md': article('The crane comes down', 'url: https://harbour.example/crane\n'),
    'content/issues/2026-w47.md': '---\ndate: 2026-11-21\nsubject: Höchstwasser\n---\n',
    ...more,
  })
}

async function serverFor(script: Script = {}): Promise<FakeSmtp> {
  const server = await fakeSmtp(script)
  onTestFinished(() => server.close())
  return server
}

describe('gazette test', () => {
  it('sends the bytes of the build, but for the mark and the fields of the recipient', async () => {
    const root = folder({ 'content/newsletter.yaml': newsletter.replace('/{token}', '') })
    const server = await serverFor()
    const run = await gazette(['test', '--to', 'ana@example.com', '--to', 'ben@example.com', '--json'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    expect(run.code, run.stderr).toBe(0)
    expect(documentOf(run)).toMatchObject({
      ok: true,
      command: 'test',
      data: { issue: '2026-w47', target: server.url, messages: [{ to: 'ana@example.com', ok: true }, { to: 'ben@example.com', ok: true }] },
    })
    expect(server.messages.map(({ to, from }) => [from, ...to])).toEqual([
      ['news@harbour.example', 'ana@example.com'],
      ['news@harbour.example', 'ben@example.com'],
    ])
    const [first] = server.messages
    const email = await PostalMime.parse(first?.raw ?? '')
    expect(email.subject).toMatch(/^\[Test \d\d:\d\d:\d\d\] Höchstwasser$/)
    await gazette(['build'], { cwd: root })
    const built = readFileSync(join(root, 'out/2026-w47/message.eml'), 'latin1')
    const bodyOf = (text: string): string => text.slice(text.indexOf('\r\n\r\n'))
    expect(bodyOf(first?.raw ?? '')).toBe(bodyOf(built))
  })

  it('writes .eml files instead, when asked to', async () => {
    const root = folder()
    const run = await gazette(['test', '--dir', 'out/test', '--to', 'ana@example.com'], { cwd: root })
    expect(run.code, run.stderr).toBe(0)
    expect(readdirSync(join(root, 'out/test'))).toEqual(['2026-w47-ana@example.com.eml'])
    expect(run.stdout).toContain('out/test/2026-w47-ana@example.com.eml')
    const raw = readFileSync(join(root, 'out/test/2026-w47-ana@example.com.eml'), 'latin1')
    expect(raw).toContain('\r\nTo: ana@example.com\r\n')
    expect(raw).toMatch(/List-Unsubscribe: <https:\/\/harbour\.example\/u\/[\w-]{40,}>/)
  })

  it('fills the slots from a line of a list', async () => {
    const root = folder({ 'people.csv': 'email,name\nana@example.com,Ana Reader\nben@example.com,"Ben, Jr"\n' })
    const server = await serverFor()
    const run = await gazette(['test', '--as', 'people.csv:3'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    expect(run.code, run.stderr).toBe(0)
    expect(server.messages[0]?.to).toEqual(['ben@example.com'])
    expect(server.messages[0]?.raw).toContain('To: "Ben, Jr" <ben@example.com>')
    const other = await gazette(['test', '--as', 'people.csv:2', '--to', 'me@example.com'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    expect(other.code).toBe(0)
    expect(server.messages[1]?.to).toEqual(['me@example.com'])
    expect(server.messages[1]?.raw).toContain('To: Ana Reader <ana@example.com>')
  })

  it('does not mail a real recipient without being told whom to mail', async () => {
    const root = folder({ 'people.csv': 'email\nana@example.com\n' })
    const run = await gazette(['test', '--as', 'people.csv:2'], { cwd: root, env: { GAZETTE_SMTP_URL: 'smtps://mail.example.com' } })
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('--as needs --to')
  })

  it.each([
    [['test', '--to', 'nobody'], 2, 'GZ-U004'],
    [['test', '--as', 'people.csv'], 2, 'GZ-U004'],
    [['test', '--as', 'people.csv:9'], 2, 'GZ-U004'],
    [['test', '--as', 'none.csv:2'], 2, 'GZ-A001'],
    [['test', 'no-such-issue'], 2, 'GZ-U003'],
  ])('%j is refused', async (args, code, problem) => {
    const run = await gazette(args, { cwd: folder({ 'people.csv': 'email\nana@example.com\n' }), env: { GAZETTE_SMTP_URL: 'smtp://127.0.0.1:1' } })
    expect([run.code, run.stderr.includes(problem)], run.stderr).toEqual([code, true])
  })

  it('says what the server said when it refuses', async () => {
    const server = await serverFor({ rcpt: () => '550 5.1.1 User unknown' })
    const run = await gazette(['test', '--to', 'ana@example.com'], { cwd: folder(), env: { GAZETTE_SMTP_URL: server.url } })
    expect(run.code).toBe(3)
    expect(run.stdout).toContain('Refused  ana@example.com')
    expect(run.stdout).toContain('550 5.1.1 User unknown')
  })

  it('says so when no server answers, and never shows a password', async () => {
    const run = await gazette(['test'], { cwd: folder(), env: { GAZETTE_SMTP_URL: 'smtp://user:sesame@127.0.0.1:9' } })
    expect([run.code, run.stderr.includes('GZ-D009')]).toEqual([4, true])
    expect(run.stderr + run.stdout).not.toContain('sesame')
  })

  it('reads .env, and sends nothing of an issue with errors', async () => {
    const server = await serverFor()
    const root = folder({ '.env': `GAZETTE_SMTP_URL="${server.url}"\n` })
    expect((await gazette(['test'], { cwd: root })).code).toBe(0)
    expect(server.messages[0]?.to).toEqual(['news@harbour.example'])
    const broken = folder({ '.env': `GAZETTE_SMTP_URL=${server.url}\n`, 'content/articles/2026-11-20-bad.md': '---\ntitle: [\n---\nx\n' })
    const run = await gazette(['test'], { cwd: broken })
    expect(run.code).toBe(1)
    expect(server.messages).toHaveLength(1)
  })
})

describe('gazette test and gazette inbox, with nothing set up', () => {
  it('the one leaves the mail where the other shows it', async ({ skip }) => {
    skip(!(await isFree(1025)), 'port 1025 is taken on this machine')
    const root = folder()
    const run = await gazette(['test'], { cwd: root })
    expect(run.code, run.stderr).toBe(0)
    expect(run.stdout).toContain('Next: gazette inbox')
    const inbox = startGazette(['inbox', '--port', '0', '--web-port', '0'], { cwd: root })
    const [, url = ''] = await inbox.says(/Page {4}(http:\S+)/)
    const list = (await (await fetch(`${url}/api/v1/messages`)).json()) as { total: number; messages: { Subject: string }[] }
    expect(list.total).toBe(1)
    expect(list.messages[0]?.Subject).toContain('Höchstwasser')
    expect(await inbox.stop()).toBe(0)
    expect(inbox.stdout()).toContain('Took 0 messages; 1 message kept in')
  })

  it('the inbox takes mail while it runs, and stops when told to', async () => {
    const root = folder()
    const inbox = startGazette(['inbox', '--port', '0', '--web-port', '0', '--json'], { cwd: root })
    const [, smtp = ''] = await inbox.says(/"smtp":"(smtp:[^"]+)"/)
    expect((await gazette(['test'], { cwd: root, env: { GAZETTE_SMTP_URL: smtp } })).code).toBe(0)
    await inbox.says(/"event":"arrived"/)
    expect(await inbox.stop('SIGTERM')).toBe(0)
    expect(JSON.parse(inbox.stdout())).toMatchObject({ ok: true, command: 'inbox', data: { received: 1, messages: 1 } })
  })

  it.each([
    [['inbox', '--port', 'x'], 'GZ-U004'],
    [['inbox', '--fault', 'explode'], 'GZ-U004'],
    [['inbox', '--keep', '0'], 'GZ-U004'],
  ])('%j is refused', async (args, code) => {
    const run = await gazette(args, { cwd: folder() })
    expect([run.code, run.stderr.includes(code)]).toEqual([2, true])
  })
})

function isFree(port: number): Promise<boolean> {
  const server = createServer()
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(false)
    })
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true)
      })
    })
  })
}
