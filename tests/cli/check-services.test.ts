import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { documentOf, gazette } from '../support/cli.ts'
import { startNameServer } from '../support/name-server.ts'
import { newsletterFolder } from '../support/newsletter-folder.ts'

function folder(settings = ''): string {
  return newsletterFolder({
    'content/newsletter.yaml': `name: Harbour Review
from:
  name: Harbour Review
  address: news@mail.harbour.example
postalAddress: Harbour Review, 1 Quay Street, Port Ellery
links:
  unsubscribe: https://harbour.example/leave
${settings}`,
    'content/articles/cranes.md': '---\ntitle: Crane 4 in eleven pieces\ndate: 2026-11-20\nurl: https://harbour.example/cranes\nblurb: On Monday the dock saw the end of sixty years of lifting.\n---\n\nText.\n',
    'content/issues/2026-w48.md': '---\ndate: 2026-11-26\nsubject: What became of crane 4\npreheader: Eleven pieces, one barge, and a hole in the sky over pier seven\n---\n',
  })
}

const longKey = Buffer.alloc(294, 7).toString('base64')

describe('gazette check --dns', () => {
  test('says what each record means, and places what is wrong in newsletter.yaml', async () => {
    const server = await startNameServer(
      {
        'mail.harbour.example': ['v=spf1 include:relay.example ~all'],
        '_dmarc.harbour.example': ['v=DMARC1; p=quarantine'],
      },
      { 'mail.harbour.example': 'mx.harbour.example' },
    )
    onTestFinished(() => server.stop())
    const run = await gazette(['check', '--name-server', server.address, '--dkim-selector', 's1', '--json'], { cwd: folder() })
    const { data, diagnostics } = documentOf(run) as ReturnType<typeof documentOf> & { data: { notes: { subject: string; text: string; meaning: string }[] } }
    expect(data.notes.map(({ subject, text, meaning }) => [subject, text, meaning])).toEqual([
      ['SPF', 'v=spf1 include:relay.example ~all', 'mail from servers that it does not name is accepted and marked as suspicious'],
      ['DMARC', 'v=DMARC1; p=quarantine', 'mail that neither SPF nor DKIM vouches for goes to the spam folder'],
      ['MX', 'mx.harbour.example', 'answers and bounces can reach the sender'],
    ])
    expect(diagnostics.map(({ code, file, line, message }) => [code, file, line, message])).toEqual([
      ['GZ-K713', 'content/newsletter.yaml', 4, 'there is no key at s1._domainkey.mail.harbour.example'],
    ])
  })

  test('looks at the return path for SPF and at delivery.dkim for the key', async () => {
    const server = await startNameServer({ 's2._domainkey.harbour.example': [`v=DKIM1; p=${longKey.slice(0, 200)}`, longKey.slice(200)], 'bounces.harbour.example': ['v=spf1 +all'] })
    onTestFinished(() => server.stop())
    const root = folder('delivery:\n  returnPath: b@bounces.harbour.example\n  dkim:\n    domain: harbour.example\n    selector: s2\n')
    const { diagnostics } = documentOf(await gazette(['check', '--name-server', server.address, '--only', 'GZ-K7', '--json'], { cwd: root }))
    expect(diagnostics.map(({ code, line }) => [code, line])).toEqual([
      ['GZ-K712', 4],
      ['GZ-K714', 4],
      ['GZ-K711', 9],
    ])
  })
})

/** A server that speaks the protocol of spamd and scores by the subject. */
async function startSpamd(): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = []
  const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
    let text = ''
    socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk))
    socket.on('end', () => {
      asked.push(text)
      const [head, body] = [text.slice(0, text.indexOf('\r\n\r\n')), text.slice(text.indexOf('\r\n\r\n') + 4)]
      const whole = Number(/Content-length: (\d+)/.exec(head)?.[1]) === body.length
      const score = /^Subject: FREE/m.test(body) ? 6.2 : 0.1
      const report = ` pts rule name              description\n---- ---------------------- -----\n ${score.toFixed(1)} SUBJ_FREE              Subject offers something\n                            for nothing\n`
      const answer = `SPAMD/1.1 0 EX_OK\r\nContent-length: ${report.length}\r\nSpam: ${score > 5 ? 'True' : 'False'} ; ${score.toFixed(1)} / 5.0\r\n\r\n${report}`
      socket.end(whole ? answer : 'SPAMD/1.0 76 Bad header line: (Content-Length mismatch)\r\n')
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  onTestFinished(() => new Promise<void>((resolve) => { server.close(() => { resolve() }) }))
  return { address: `127.0.0.1:${(server.address() as AddressInfo).port}`, asked }
}

describe('gazette check --spamd', () => {
  test('sends the message as it would be sent, and tells its score', async () => {
    const spamd = await startSpamd()
    const run = await gazette(['check', '--spamd', spamd.address], { cwd: folder() })
    expect(run.stdout).toContain('SpamAssassin: 0.1 points of the 5 that make a message spam\n   SUBJ_FREE +0.1')
    expect(run.code).toBe(0)
    expect(spamd.asked).toHaveLength(1)
    expect(spamd.asked[0]).toMatch(/^REPORT SPAMC\/1\.5\r\nContent-length: \d+\r\n\r\nFrom: Harbour Review <news@mail\.harbour\.example>\r\n/)
  })

  test('reports spam with the rules that weigh most', async () => {
    const spamd = await startSpamd()
    const root = folder()
    const { diagnostics } = documentOf(await gazette(['check', '--spamd', spamd.address, '--json', '--only', 'GZ-K72'], { cwd: await withSubject(root, 'FREE cranes for everybody') }))
    expect(diagnostics.map(({ file, line }) => `${file ?? ''}:${line ?? ''}`)).toEqual(['content/issues/2026-w48.md:1', 'content/issues/2026-w48.md:3'])
    expect(diagnostics.map(({ code, message, hint }) => [code, message, hint])).toEqual([
      ['GZ-K720', 'SpamAssassin gives the message 6.2 points, and 5 make it spam', 'SUBJ_FREE +6.2'],
      ['GZ-K721', 'SUBJ_FREE +6.2: Subject offers something for nothing', 'write it otherwise; other filters look for much the same'],
    ])
  })

  test('ends with 4 when nothing answers, and with 2 for what is no address', async () => {
    const spamd = await startSpamd()
    const closed = spamd.address.replace(/\d+$/, '1')
    const run = await gazette(['check', '--spamd', closed], { cwd: folder() })
    expect(run.stderr).toContain('GZ-K722')
    expect(run.code).toBe(4)
    expect((await gazette(['check', '--spamd', 'somewhere'], { cwd: folder() })).code).toBe(2)
  })
})

/** The command line of a real spamd; another one than Debian's is named in the environment. */
const realSpamd = process.env.SPAMD_COMMAND?.split(' ') ?? ['/usr/sbin/spamd']

describe.skipIf(process.env.SPAMD_COMMAND === undefined && !existsSync('/usr/sbin/spamd'))('a real spamd', () => {
  test('finds no fault with the sample in any template', { timeout: 180_000 }, async () => {
    const port = await freePort()
    const [command = '', ...args] = realSpamd
    const child = spawn(command, [...args, '--local', '--nouser-config', '--username', 'nobody', '--listen', `127.0.0.1:${port}`, '--max-children', '1'], { stdio: ['ignore', 'ignore', 'pipe'] })
    onTestFinished(() => { child.kill() })
    await new Promise<void>((resolve, reject) => {
      child.on('exit', (code) => { reject(new Error(`spamd ended with ${code ?? 'a signal'}`)) })
      child.stderr.setEncoding('utf8').on('data', (text: string) => { if (text.includes('server started')) resolve() })
    })
    for (const template of ['classic', 'brief', 'magazine']) {
      const run = await gazette(['check', '--template', template, '--spamd', `127.0.0.1:${port}`])
      expect(Number(/SpamAssassin: (-?[\d.]+) points/.exec(run.stdout)?.[1])).toBeLessThanOrEqual(0)
      expect(run.code).toBe(0)
    }
  })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => { server.close(resolve) })
  return port
}

async function withSubject(root: string, subject: string): Promise<string> {
  const { readFile, writeFile } = await import('node:fs/promises')
  const file = `${root}/content/issues/2026-w48.md`
  await writeFile(file, (await readFile(file, 'utf8')).replace(/^subject: .*$/m, `subject: ${subject}`))
  return root
}
