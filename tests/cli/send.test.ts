import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { openSqliteLedger } from '../../src/deliver/ledger/sqlite.io.ts'
import { deliveryReport } from '../deliver/bounce/returned.ts'
import { documentOf, gazette } from '../support/cli.ts'
import { startGazette } from '../support/running.ts'
import { equation, listOf, mailServer, send, sendFolder, sendNewsletter } from '../support/send-folder.ts'

const recipientsOf = (messages: readonly { to: string[] }[]): string[] => messages.map(({ to }) => to[0] ?? '').sort()

describe('gazette send', () => {
  it('shows the plan, sends to everybody once, and prints the equation', async () => {
    const root = sendFolder(`${listOf(3)}Reader2@Example.com\nnobody\n`)
    const server = await mailServer()
    const run = await send(root, server.url, '--confirm', '3')
    expect(run.code, run.stderr).toBe(0)
    expect(run.stderr).toContain('people.csv:6  warning  GZ-A003  the address "nobody" has no @')
    expect(run.stderr).toMatch(/To +3 {2}new\n +1 {2}row refused\n +1 {2}address that is there twice\n/)
    expect(run.stdout).toContain('3 accepted + 0 rejected + 0 suppressed + 0 in doubt + 0 pending = 3 prepared')
    expect(recipientsOf(server.messages)).toEqual(['reader1@example.com', 'reader2@example.com', 'reader3@example.com'])
    for (const { raw, to, from } of server.messages) {
      expect(from).toBe('news@harbour.example')
      expect(raw).toContain(`\r\nTo: ${to[0] ?? ''}\r\n`)
      expect(raw).toMatch(/\r\nMessage-ID: <2026-w47\.1-\w+-[a-z2-7]{16}@harbour\.example>\r\n/)
      expect(raw).toMatch(/List-Unsubscribe: <https:\/\/harbour\.example\/u\/[\w-]{40,}>/)
      expect(raw).not.toContain('[Test')
    }
    expect(new Set(server.messages.map(({ raw }) => /Message-ID: (.*)/.exec(raw)?.[1])).size).toBe(3)
  })

  it('sends nothing a second time, and only to new people when the list grew', async () => {
    const root = sendFolder(listOf(3))
    const server = await mailServer()
    await send(root, server.url, '--confirm', '3')
    expect(await send(root, server.url)).toMatchObject({ code: 0 })
    expect(server.messages).toHaveLength(3)
    appendFileSync(join(root, 'people.csv'), 'late@example.com\n')
    const refused = await send(root, server.url, '--confirm', '4')
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--confirm says 4, and 1 would be sent')])
    expect((await send(root, server.url, '--confirm', '1')).code).toBe(0)
    expect(recipientsOf(server.messages)).toEqual(['late@example.com', 'reader1@example.com', 'reader2@example.com', 'reader3@example.com'])
    expect(await equation(root)).toMatchObject({ accepted: 4, prepared: 4, addsUp: true })
  })

  it('does not start without the number, nor with a wrong one', async () => {
    const root = sendFolder(listOf(3))
    const server = await mailServer()
    for (const args of [[], ['--confirm', '30'], ['--json']]) {
      const run = await send(root, server.url, ...args)
      expect([run.code, (run.stderr + run.stdout).includes('GZ-D023')]).toEqual([2, true])
    }
    expect(server.messages).toEqual([])
    expect((await gazette(['status', '2026-w47'], { cwd: root })).code).toBe(2)
  })

  it('only tells with --dry-run, without a mail server', async () => {
    const root = sendFolder(listOf(1200))
    const run = await send(root, 'smtp://127.0.0.1:9', '--dry-run', '--rate', '2')
    expect(run.code, run.stderr).toBe(0)
    expect(run.stdout).toMatch(/Issue +2026-w47 {2}The crane\nList +people.csv\nTo +1,200 {2}new\nMessage +\d/)
    expect(run.stdout).toContain('at most 2 per second; about 10 min')
    expect(run.stdout).toContain('Next: gazette send 2026-w47 --list people.csv --rate 2\n')
  })

  it('with --json prints one document, and an event a line on standard error', async () => {
    const root = sendFolder(listOf(2))
    const server = await mailServer({ rcpt: (address) => (address.startsWith('reader2') ? '550 5.1.1 User unknown' : '250 Ok') })
    const run = await send(root, server.url, '--confirm', '2', '--json')
    expect(run.code).toBe(3)
    expect(documentOf(run)).toMatchObject({
      ok: false,
      command: 'send',
      data: { issue: '2026-w47', accepted: 1, rejected: 1, prepared: 2, addsUp: true, sent: 1, reasons: [{ state: 'rejected', reason: 'no-such-mailbox', count: 1 }] },
    })
    const events = run.stderr.trim().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(events[0]).toMatchObject({ event: 'plan', toSend: 2, new: 2 })
    expect(events.slice(1)).toEqual(
      expect.arrayContaining([
        { event: 'accepted', email: 'reader1@example.com', attempts: 1, code: 250, reply: expect.stringMatching(/^250 /) as unknown },
        { event: 'rejected', email: 'reader2@example.com', attempts: 1, code: 550, reply: '550 5.1.1 User unknown', reason: 'no-such-mailbox' },
      ]),
    )
    expect(events).toHaveLength(3)
  })

  it('honours the suppression file, and who was found dead in an earlier issue', async () => {
    const root = sendFolder(listOf(4), {
      'suppressed.csv': 'email\nREADER1@example.com\n',
      'content/issues/2026-w46.md': '---\ndate: 2026-11-20\nsubject: Before\narticles: [2026-11-20-crane]\n---\n',
    })
    const server = await mailServer({ rcpt: (address) => (address.startsWith('reader2') ? '550 5.1.1 User unknown' : '250 Ok') })
    await gazette(['send', '2026-w46', '--list', 'people.csv', '--confirm', '3'], { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    server.messages.length = 0
    const run = await send(root, server.url, '--confirm', '2')
    expect(run.code, run.stderr).toBe(0)
    expect(run.stdout).toContain('2 accepted + 0 rejected + 2 suppressed + 0 in doubt + 0 pending = 4 prepared')
    expect(recipientsOf(server.messages)).toEqual(['reader3@example.com', 'reader4@example.com'])
  })

  it('takes nobody on who left or was suppressed between two runs', async () => {
    const root = sendFolder(listOf(4))
    const busy = await mailServer({ rcpt: () => '450 4.2.0 Greylisted' })
    expect((await send(root, busy.url, '--confirm', '4')).code).toBe(3)
    writeFileSync(join(root, 'people.csv'), 'email\nreader1@example.com\nreader2@example.com\nreader4@example.com\n')
    writeFileSync(join(root, 'suppressed.csv'), 'reader2@example.com\n')
    // As the server for unsubscribing records it.
    const ledger = openSqliteLedger(join(root, '.gazette/gazette.db'))
    await ledger.suppress([{ key: 'reader4@example.com', reason: 'unsubscribed', issue: '2026-w47', source: 'link', at: Date.now() }])
    await ledger.close()
    const server = await mailServer()
    const run = await send(root, server.url, '--retry-failed')
    expect(run.code, run.stderr).toBe(0)
    expect(recipientsOf(server.messages)).toEqual(['reader1@example.com'])
    expect(await equation(root)).toEqual({ accepted: 1, rejected: 0, suppressed: 3, in_doubt: 0, pending: 0, prepared: 4, addsUp: true })
  })

  it('leaves out who clicks the link of an earlier issue, or whose bounce is read, while this one is being sent', async () => {
    const root = sendFolder(listOf(9), {
      'content/issues/2026-w46.md': '---\ndate: 2026-11-20\nsubject: Before\narticles: [2026-11-20-crane]\n---\n',
      'content/newsletter.yaml': sendNewsletter.replace('/u/', '/unsubscribe/'),
    })
    const env = { GAZETTE_UNSUBSCRIBE_KEY: 'a-secret-that-nobody-can-guess-1' }
    const before = await mailServer()
    await gazette(['send', '2026-w46', '--list', 'people.csv', '--confirm', '9'], { cwd: root, env: { ...env, GAZETTE_SMTP_URL: before.url } })
    const rawTo = (reader: string): string => before.messages.find(({ to }) => to[0] === reader)?.raw ?? ''
    const token = /List-Unsubscribe: <https:\/\/harbour\.example(\/unsubscribe\/[\w-]+)>/.exec(rawTo('reader8@example.com'))?.[1]
    const unsubscribing = startGazette(['unsubscribe-server', '--port', '0'], { cwd: root, env })
    const [, base = ''] = await unsubscribing.says(/Listens +(http:\S+)/)
    const original = /Message-ID: <(.+)>/.exec(rawTo('reader9@example.com'))?.[1] ?? ''
    writeFileSync(join(root, 'bounce.eml'), deliveryReport({ to: 'news@harbour.example', id: 'r1@mx.example', original, reported: [{ recipient: 'reader9@example.com' }] }))

    const leave = async (): Promise<void> => {
      const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })
      expect((await fetch(`${base}${token ?? ''}`, { method: 'POST', body })).status).toBe(200)
      expect((await gazette(['bounces', 'bounce.eml'], { cwd: root })).stdout).toContain('Not mailed again: 1 address')
    }
    const server = await mailServer({
      message: async (_message, number) => {
        // Everybody is in the hands of the send by now.
        if (number === 1) await leave()
        return '250 Ok'
      },
    })
    const run = await gazette(['send', '2026-w47', '--list', 'people.csv', '--confirm', '9', '--connections', '1'], { cwd: root, env: { ...env, GAZETTE_SMTP_URL: server.url } })
    expect(run.code, run.stderr).toBe(0)
    expect(recipientsOf(server.messages)).toEqual([1, 2, 3, 4, 5, 6, 7].map((number) => `reader${number}@example.com`))
    expect(run.stdout).toContain('7 accepted + 0 rejected + 2 suppressed + 0 in doubt + 0 pending = 9 prepared')
  })

  it('opens what failed or is in doubt again only when the send is confirmed, and says whom that may reach twice', async () => {
    const root = sendFolder(listOf(5))
    const faulty = await mailServer({
      rcpt: (address) => (/^reader[15]@/.test(address) ? '550 5.1.1 User unknown' : '250 Ok'),
      message: ({ to }) => (to[0] === 'reader2@example.com' ? 'drop' : '250 Ok'),
    })
    await send(root, faulty.url, '--confirm', '5')
    // One is new, and one of the refused is no longer on the list.
    writeFileSync(join(root, 'people.csv'), listOf(4) + 'late@example.com\n')
    const server = await mailServer()
    const again = ['--retry-failed', '--in-doubt', 'resend']
    const plan = await send(root, server.url, ...again, '--dry-run')
    expect(plan.stdout).toMatch(/To +1 {2}new\n +2 {2}left from an earlier run\n +2 {2}of them refused[^]* +1 {2}of them in doubt: may get it a second time\n/)
    const refused = await send(root, server.url, ...again, '--confirm', '9')
    expect([refused.code, refused.stderr]).toEqual([2, expect.stringContaining('--confirm says 9, and 3 would be sent')])
    expect(await equation(root)).toMatchObject({ accepted: 2, rejected: 2, in_doubt: 1, pending: 0 })
    expect((await send(root, server.url, ...again, '--confirm', '3')).code).toBe(0)
    expect(recipientsOf(server.messages)).toEqual(['late@example.com', 'reader1@example.com', 'reader2@example.com'])
    expect(await equation(root)).toMatchObject({ accepted: 5, suppressed: 1, prepared: 6, addsUp: true })
  })

  it('refuses an issue that was edited since, and finishes with the frozen message when told to', async () => {
    const root = sendFolder(listOf(2))
    const busy = await mailServer({ rcpt: (address) => (address.startsWith('reader2') ? '450 4.2.0 Greylisted' : '250 Ok') })
    await send(root, busy.url, '--confirm', '2')
    const issue = join(root, 'content/issues/2026-w47.md')
    writeFileSync(issue, readFileSync(issue, 'utf8').replace('The crane', 'The crane, corrected'))
    const server = await mailServer()
    const run = await send(root, server.url, '--retry-failed')
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('GZ-D021')])
    expect(server.messages).toEqual([])
    expect((await send(root, server.url, '--retry-failed', '--frozen')).code).toBe(0)
    expect(server.messages[0]?.raw).toContain('Subject: The crane\r\n')
    const dateOf = (raw = ''): string | undefined => /\r\nDate: (.*)/.exec(raw)?.[1]
    expect(dateOf(server.messages[0]?.raw)).toBe(dateOf(busy.messages[0]?.raw))
  })

  it('does not take up a send that began long ago, unless told to', async () => {
    const root = sendFolder(listOf(1))
    const server = await mailServer()
    await send(root, server.url, '--confirm', '1')
    const run = await send(root, server.url, '--max-age', '0s')
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('GZ-D022')])
    expect((await send(root, server.url, '--max-age', '1d')).code).toBe(0)
  })

  it('refuses a ledger that went missing or came from elsewhere, until told that it is right', async () => {
    const root = sendFolder(listOf(2))
    const server = await mailServer()
    await send(root, server.url, '--confirm', '2')
    for (const end of ['', '-wal', '-shm']) rmSync(join(root, `.gazette/gazette.db${end}`), { force: true })
    const run = await send(root, server.url, '--confirm', '2')
    expect([run.code, run.stderr]).toEqual([4, expect.stringContaining('GZ-D003')])
    expect(server.messages).toHaveLength(2)
    expect((await send(root, server.url, '--confirm', '2', '--adopt-ledger')).code).toBe(0)
    expect(server.messages).toHaveLength(4)
  })

  it('fills slots from the list, and stops before it starts when a required value is missing', async () => {
    const root = sendFolder('email,First Name\nana@example.com,Ana\nben@example.com,\n', {
      'templates/plain/issue.mjml.hbs': '<mjml><mj-body><mj-section><mj-column><mj-text>Hello {{recipient "firstName"}} {{#if lead}}<a href="{{lead.url}}">{{lead.title}}</a>{{/if}}</mj-text></mj-column></mj-section></mj-body></mjml>',
      'templates/plain/text.hbs': 'Hello {{recipient "firstName"}}\n{{#if lead}}{{lead.title}} {{lead.url}}{{/if}}\n',
      'content/newsletter.yaml': `${sendNewsletter}template: plain\n`,
    })
    const server = await mailServer()
    const run = await send(root, server.url, '--confirm', '2')
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('people.csv:3  error  GZ-A005  there is no firstName, and the message needs one')])
    expect(server.messages).toEqual([])
    writeFileSync(join(root, 'people.csv'), 'email,First Name\nana@example.com,Ana\nben@example.com,"Ben\nof the <quay>"\n')
    const second = await send(root, server.url, '--confirm', '2')
    expect(second.code, second.stderr).toBe(0)
    const parsed = await Promise.all(server.messages.map(({ raw }) => PostalMime.parse(raw)))
    expect(parsed.map(({ text }) => text?.split('The crane')[0]).sort()).toEqual(['Hello Ana\n', 'Hello Ben\nof the <quay>\n'])
    expect(parsed.map(({ html }) => /Hello ([^<]*)/.exec(html ?? '')?.[1]?.trim()).sort()).toEqual(['Ana', 'Ben\nof the &lt;quay&gt;'])
  })

  it.each([
    [['send', '2026-w47'], 'required option'],
    [['send', '2026-w47', '--list', 'none.csv'], 'GZ-A001'],
    [['send', 'no-such', '--list', 'people.csv'], 'GZ-U003'],
    [['send', '../evil', '--list', 'people.csv', '--frozen'], 'GZ-D026'],
    [['send', '2026-w47', '--list', 'people.csv', '--in-doubt', 'maybe'], 'GZ-U004'],
    [['send', '2026-w47', '--list', 'people.csv', '--rate', '0'], 'GZ-U004'],
    [['send', '2026-w47', '--list', 'people.csv', '--wait', 'long'], 'GZ-U004'],
    [['send', '2026-w47', '--list', 'empty.csv'], 'GZ-A009'],
    [['send', '2026-w47', '--list', 'headless.csv'], 'GZ-A002'],
  ])('%j is refused', async (args, problem) => {
    const server = await mailServer()
    const root = sendFolder(listOf(1), { 'empty.csv': 'email\n', 'headless.csv': 'ana@example.com\n' })
    const run = await gazette(args, { cwd: root, env: { GAZETTE_SMTP_URL: server.url } })
    expect([run.code, run.stderr.includes(problem)], run.stderr).toEqual([2, true])
    expect(server.messages).toEqual([])
  })

  it('does not mail what init offers as an example, but lets it be rehearsed', async () => {
    const root = join(sendFolder(listOf(1)), 'weekly')
    await gazette(['init', root, '--yes'])
    const [slug = ''] = readdirSync(join(root, 'content/issues')).map((name) => name.replace(/\.md$/, ''))
    writeFileSync(join(root, 'people.csv'), listOf(3))
    const run = await gazette(['send', slug, '--list', 'people.csv', '--dry-run'], { cwd: root, env: { GAZETTE_SMTP_URL: 'smtps://mail.harbour.example' } })
    expect(run.code).toBe(2)
    const lines = readFileSync(join(root, 'content/newsletter.yaml'), 'utf8').split('\n')
    const found = [...run.stderr.matchAll(/newsletter\.yaml:(\d+):\d+ .*GZ-D027 {2}(\S+) is still an example/g)].map(([, line, key]) => [key, lines[Number(line) - 1]?.trim().split(':')[0]])
    expect(found.sort()).toEqual([['from.address', 'address'], ['links.article', 'article'], ['links.unsubscribe', 'unsubscribe'], ['postalAddress', 'postalAddress']])
    const rehearsal = await gazette(['send', slug, '--list', 'people.csv', '--dry-run'], { cwd: root, env: { GAZETTE_SMTP_URL: 'smtp://127.0.0.1:9' } })
    expect(rehearsal.code, rehearsal.stderr).toBe(0)
  })

  it('needs a mail server to be named', async () => {
    const run = await gazette(['send', '2026-w47', '--list', 'people.csv'], { cwd: sendFolder(listOf(1)) })
    expect([run.code, run.stderr.includes('GZ-D020')]).toEqual([2, true])
  })
})
