import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:tls'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqliteLedger } from '../../src/deliver/ledger/sqlite.io.ts'
import type { Script } from '../deliver/helpers/fake-smtp.ts'
import { listening } from '../deliver/helpers/listening.ts'
import { documentOf, gazette } from '../support/cli.ts'
import { startGazette } from '../support/running.ts'
import { equation, listOf, mailServer, send, sendFolder } from '../support/send-folder.ts'

const fixture = (name: string): Buffer => readFileSync(fileURLToPath(new URL(`../deliver/fixtures/${name}`, import.meta.url)))
const confirmed = (count: number): string[] => ['--confirm', String(count)]

describe('a mail server that cannot be used from the start', () => {
  it('is not there', async () => {
    const root = sendFolder(listOf(3))
    const run = await send(root, 'smtp://user:sesame@127.0.0.1:9', ...confirmed(3))
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining('GZ-D009')])
    expect(run.stderr).not.toContain('sesame')
    expect((await gazette(['status', '2026-w47'], { cwd: root })).stderr).toContain('GZ-D026')
  })

  it('shows a certificate that nobody vouches for', async () => {
    const tls = createServer({ key: fixture('localhost.key'), cert: fixture('localhost.crt') }, (socket) => socket.end())
    const port = await listening(tls)
    onTestFinished(() => { tls.close() })
    const run = await send(sendFolder(listOf(3)), `smtps://127.0.0.1:${port}`, ...confirmed(3))
    expect([run.code, run.stderr]).toEqual([4, expect.stringMatching(/GZ-D009[^]*self-signed[^]*trying again will not help/)])
  })

  it('offers no encryption where it is required', async () => {
    const server = await mailServer()
    const run = await send(sendFolder(listOf(3)), `${server.url}?tls=required`, ...confirmed(3))
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining('GZ-D009')])
    expect(server.messages).toEqual([])
  })

  it('does not know the password', async () => {
    const server = await mailServer({ ehlo: '250-fake.example\r\n250-PIPELINING\r\n250 AUTH PLAIN LOGIN', auth: '535 5.7.8 Authentication credentials invalid' })
    const run = await send(sendFolder(listOf(3)), server.url.replace('//', '//news:sesame@'), ...confirmed(3))
    expect([run.code, run.stderr]).toEqual([4, expect.stringMatching(/GZ-D009[^]*535[^]*trying again will not help/)])
    expect(run.stderr + run.stdout).not.toContain('sesame')
  })
})

/** What the server answers, what becomes of four recipients, and the exit code. */
const answers: [name: string, script: Script, states: Record<string, number>, code: number][] = [
  ['4xx at MAIL', { mail: () => '451 4.3.0 Later' }, { pending: 4 }, 3],
  ['5xx at MAIL', { mail: () => '550 5.1.0 Sender rejected' }, { pending: 4 }, 4],
  ['4xx at RCPT', { rcpt: () => '450 4.2.0 Greylisted' }, { pending: 4 }, 3],
  ['5xx at RCPT', { rcpt: () => '550 5.1.1 User unknown' }, { rejected: 4 }, 3],
  ['4xx at DATA', { data: '451 4.3.0 Later' }, { pending: 4 }, 3],
  ['5xx at DATA', { data: '554 5.5.0 No' }, { rejected: 4 }, 3],
  ['4xx after the message', { message: () => '451 4.3.0 Later' }, { pending: 4 }, 3],
  ['5xx after the message', { message: () => '554 5.6.0 No' }, { rejected: 4 }, 3],
]

describe('a mail server that answers', () => {
  it.each(answers)('%s', async (_name, script, states, code) => {
    const root = sendFolder(listOf(4))
    const server = await mailServer(script)
    const run = await send(root, server.url, ...confirmed(4))
    expect(run.code, run.stderr).toBe(code)
    expect(await equation(root)).toEqual({ accepted: 0, rejected: 0, suppressed: 0, in_doubt: 0, pending: 0, prepared: 4, addsUp: true, ...states })
    const healthy = await mailServer()
    const again = await send(root, healthy.url, '--frozen', '--retry-failed')
    expect(again.code, again.stderr).toBe(0)
    expect(await equation(root)).toMatchObject({ accepted: 4, prepared: 4, addsUp: true })
    expect(healthy.messages).toHaveLength(4)
  })

  it('421 in the middle, and is taken up again', async () => {
    let count = 0
    const server = await mailServer({ mail: () => (++count === 5 ? '421 4.3.2 Shutting down' : '250 Ok') })
    const root = sendFolder(listOf(9))
    const run = await send(root, server.url, ...confirmed(9), '--wait', '20s')
    expect(run.code, run.stderr).toBe(0)
    expect(server.messages).toHaveLength(9)
  })

  it('nothing, once the message is there', async () => {
    const server = await mailServer({ message: ({ to }) => (to[0] === 'reader1@example.com' ? 'silent' : '250 Ok') })
    const root = sendFolder(listOf(3))
    const run = await send(root, `${server.url}?timeout=3`, ...confirmed(3))
    expect(run.code).toBe(3)
    expect(await equation(root)).toMatchObject({ accepted: 2, in_doubt: 1 })
    expect(run.stdout).toContain('--in-doubt resend')
  })
})

describe('a mail server that hangs up', () => {
  it('before the end of a message: tried again, once delivered', async () => {
    let drops = 0
    const server = await mailServer({ mail: () => (drops++ === 3 ? 'drop' : '250 Ok') })
    const root = sendFolder(listOf(6))
    expect((await send(root, server.url, ...confirmed(6), '--wait', '20s')).code).toBe(0)
    expect(server.messages).toHaveLength(6)
  })

  it('after the end of a message: in doubt, and not tried again', async () => {
    const server = await mailServer({ message: ({ to }) => (to[0] === 'reader2@example.com' ? 'drop' : '250 Ok') })
    const root = sendFolder(listOf(4))
    expect((await send(root, server.url, ...confirmed(4))).code).toBe(3)
    expect((await send(root, server.url, '--frozen', '--retry-failed')).code).toBe(3)
    expect(server.messages).toHaveLength(4)
    expect(await equation(root)).toMatchObject({ accepted: 3, in_doubt: 1, addsUp: true })
  })

  it('and does not come back: the send gives up and can be taken up', async () => {
    const root = sendFolder(listOf(40))
    const server = await mailServer({
      message: (_message, number) => {
        if (number === 10) void server.close()
        return '250 Ok'
      },
    })
    const run = await send(root, server.url, ...confirmed(40))
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining('GZ-D024')])
    expect(run.stdout).toMatch(/Next: gazette send 2026-w47 --list people\.csv, which goes on with \d+ recipients/)
    const { pending = 0, in_doubt = 0 } = (await equation(root)) as { pending?: number; in_doubt?: number }
    expect(pending).toBeGreaterThanOrEqual(25)
    const other = await mailServer()
    await send(root, other.url, '--frozen', '--retry-failed')
    expect(other.messages).toHaveLength(pending)
    expect(await equation(root)).toMatchObject({ accepted: 40 - in_doubt, in_doubt, prepared: 40, addsUp: true })
  })
})

describe('by a sendmail program', () => {
  it('hands every message to a process of its own', async () => {
    const root = sendFolder(listOf(3))
    const program = join(root, 'sendmail')
    // Refuses one recipient, as sendmail does for a user it does not know (EX_NOUSER of sysexits.h).
    writeFileSync(program, `#!/bin/sh\nfor to; do :; done\ncat > "${root}/$to.eml"\n[ "$to" != reader2@example.com ] || exit 67\n`, { mode: 0o755 })
    const run = await send(root, `sendmail://${program}`, ...confirmed(3))
    expect(run.code, run.stderr).toBe(3)
    expect(await equation(root)).toMatchObject({ accepted: 2, rejected: 1, prepared: 3, addsUp: true })
    const message = readFileSync(join(root, 'reader1@example.com.eml'), 'latin1')
    expect(message).toMatch(/^To: reader1@example\.com$/m)
    expect(message).toMatch(/^Message-ID: <2026-w47\.1-1-[a-z2-7]{16}@harbour\.example>$/m)
  })
})

describe('stopping a send', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('with %s: what is under way is finished, the rest goes on later', async (signal) => {
    const root = sendFolder(listOf(400))
    const server = await mailServer()
    const running = startGazette(['send', '2026-w47', '--list', 'people.csv', ...confirmed(400), '--rate', '20', '--json'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    await running.says(/"event":"accepted"/)
    expect(await running.stop(signal)).toBe(130)
    expect(running.stderr()).toContain('"event":"stopping"')
    expect(documentOf({ code: 130, stdout: running.stdout(), stderr: '' })).toMatchObject({ ok: false, data: { stopped: 'drained', accepted: server.messages.length, in_doubt: 0, addsUp: true } })
    expect(server.messages.length).toBeLessThan(200)
    expect((await send(root, server.url, '--frozen')).code).toBe(0)
    expect(server.messages).toHaveLength(400)
    expect(new Set(server.messages.map(({ to }) => to[0])).size).toBe(400)
  })

  it('twice: hangs up, and says who is in doubt', async () => {
    const root = sendFolder(listOf(30))
    const server = await mailServer({ message: (_message, number) => (number > 5 ? 'silent' : '250 Ok') })
    const running = startGazette(['send', '2026-w47', '--list', 'people.csv', ...confirmed(30), '--json'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    await expect.poll(() => server.messages.length).toBe(8)
    running.child.kill('SIGINT')
    await running.says(/"event":"stopping"/)
    expect(await running.stop('SIGINT')).toBe(130)
    expect(await equation(root)).toEqual({ accepted: 5, rejected: 0, suppressed: 0, in_doubt: 3, pending: 22, prepared: 30, addsUp: true })
  })
})

describe('the ledger', () => {
  it('lets one process send an issue at a time', async () => {
    const root = sendFolder(listOf(200))
    const server = await mailServer()
    const running = startGazette(['send', '2026-w47', '--list', 'people.csv', ...confirmed(200), '--rate', '2', '--json'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    await running.says(/"event":"accepted"/)
    const second = await send(root, server.url, '--frozen')
    expect([second.code, second.stderr]).toEqual([4, expect.stringContaining('GZ-D004')])
    const status = await gazette(['status', '2026-w47'], { cwd: root })
    expect(status.stdout).toContain(`Being sent at this moment by gazette send (process ${running.child.pid ?? 0}, `)
    expect(status.stdout).toContain('Next: gazette status 2026-w47, once more in a while')
    expect((await gazette([], { cwd: root })).stdout).toMatch(/Unfinished +2026-w47: [\d,]+ of 200 sent, [\d,]+ pending; at it is gazette send \([^]*Next: gazette status 2026-w47, in a while/)
    expect(await running.stop()).toBe(130)
    expect((await gazette(['status', '2026-w47'], { cwd: root })).stdout).toContain('Next: gazette send 2026-w47 --list people.csv')
  })

  it('is not misled by a clock that was moved back', async () => {
    const root = sendFolder(listOf(2))
    const busy = await mailServer({ rcpt: () => '450 4.2.0 Greylisted' })
    await send(root, busy.url, ...confirmed(2))
    // As a clock that was a year ahead would have written it.
    const ledger = openSqliteLedger(join(root, '.gazette/gazette.db'))
    const issue = await ledger.issue('2026-w47')
    const now = Date.now()
    const claimed = await ledger.claim(issue?.id ?? 0, { owner: 'ahead', until: now + 365 * 86_400_000, limit: 10, now: now + 7_200_000 })
    const notBefore = now + 365 * 86_400_000
    await ledger.commit(issue?.id ?? 0, claimed.map(({ recipientId, fence }) => ({ recipientId, fence, attempts: 2, state: 'deferred' as const, code: 450, reply: '', reason: 'not-now', notBefore })), [], notBefore)
    await ledger.close()
    const server = await mailServer()
    expect((await send(root, server.url, '--frozen')).code).toBe(0)
    expect(server.messages).toHaveLength(2)
  })

  it('on a full disk stops the send, and nobody gets it twice or is forgotten', async ({ skip }) => {
    skip(process.platform === 'win32', 'a shell limits the size of files here')
    const root = sendFolder(listOf(2000))
    const server = await mailServer()
    // The audience fits, the marks of all messages do not.
    const run = await gazette(['send', '2026-w47', '--list', 'people.csv', ...confirmed(2000)], { cwd: root, env: { GAZETTE_SMTP_URL: server.url }, largestFile: 1_500_000 })
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining('GZ-D001')])
    const before = server.messages.length
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(2000)
    const again = await send(root, server.url)
    expect([0, 3], again.stderr).toContain(again.code)
    const { accepted = 0, in_doubt = 0 } = (await equation(root)) as { accepted?: number; in_doubt?: number }
    expect(accepted + in_doubt).toBe(2000)
    expect(new Set(server.messages.map(({ to }) => to[0])).size).toBe(server.messages.length)
  })
})

describe('a list of 1,000 and a test inbox with every fault', () => {
  it('ends with an equation that adds up, and nobody mailed twice', async () => {
    const root = sendFolder(listOf(1000))
    const faults = ['reject,rate=2%', 'defer,rate=3%', 'busy,rate=1%', 'drop,rate=1%', 'drop-after-dot,rate=1%', 'slow,rate=1%,delay=0.2s']
    const inbox = startGazette(['inbox', '--port', '0', '--web-port', '0', '--keep', '5000', '--json', ...faults.flatMap((fault) => ['--fault', fault])], { cwd: root })
    const [, url = ''] = await inbox.says(/"smtp":"(smtp:[^"]+)"/)
    const [, page = ''] = await inbox.says(/"url":"(http:[^"]+)"/)
    let run = await send(root, url, ...confirmed(1000), '--wait', '5s')
    for (let again = 0; again < 6 && (await equation(root))['pending'] !== 0; again++) run = await send(root, url, '--frozen', '--retry-failed', '--wait', '5s')
    expect([0, 3], run.stderr).toContain(run.code)
    const { accepted = 0, rejected = 0, in_doubt = 0, ...rest } = (await equation(root)) as Record<string, number>
    expect(rest).toEqual({ suppressed: 0, pending: 0, prepared: 1000, addsUp: true })
    expect(accepted + rejected + in_doubt).toBe(1000)
    expect(in_doubt).toBeGreaterThan(0)
    const kept = (await (await fetch(`${page}/api/v1/messages?limit=5000`)).json()) as { messages: { To: { Address: string }[] }[] }
    const addresses = kept.messages.map(({ To: [to] }) => to?.Address)
    expect(new Set(addresses).size).toBe(addresses.length)
    expect(addresses.length).toBeGreaterThanOrEqual(accepted)
    expect(addresses.length).toBeLessThanOrEqual(accepted + in_doubt)
    await inbox.stop()
  }, 120_000)
})
