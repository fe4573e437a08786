import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openInbox } from '../../src/app/inbox.io.ts'
import type { InboxFacts, TestFacts, TestRefused, TestSent } from '../../src/preview/protocol-mail.ts'
import { type Answer, ask, tokenOf } from '../support/ask.ts'
import { preview, sampleFolder } from '../support/preview.ts'
import { eventually } from '../support/reader.ts'
import { leavable, unsubscribeTarget } from '../support/unsubscribe-target.ts'

/** A preview over the wire. */
async function wire(root: string) {
  const { url } = await preview(root)
  const headers = { 'content-type': 'application/json', 'x-gazette-token': await tokenOf(url) }
  return {
    url,
    headers,
    get: async <T>(path: string): Promise<T> => JSON.parse((await ask(url, path)).body) as T,
    post: (path: string, body: unknown): Promise<Answer> => ask(url, path, headers, 'POST', JSON.stringify(body)),
  }
}

/** Another newsletter's inbox: a mail server that keeps what it is given. */
async function mailServer() {
  const inbox = await openInbox({ root: sampleFolder(), host: '127.0.0.1', smtpPort: 0, faults: [], version: '0' })
  onTestFinished(inbox.close)
  return inbox
}

const order = { issue: '2026-w48', as: 'sample', to: [] as string[] }

describe('sending a test from the page', () => {
  it('puts the issue into the inbox of the page, as gazette test would, and says where', async () => {
    const { get, post } = await wire(sampleFolder())
    const sent = JSON.parse((await post('/api/test', order)).body) as TestSent
    expect(sent).toMatchObject({ isInbox: true, subject: expect.stringMatching(/^\[Test \d\d:\d\d:\d\d\] High water on a calm day$/) as string })
    expect(sent.messages).toMatchObject([{ to: 'editor@breakwater.example', ok: true, reply: expect.stringContaining('250') as string }])
    const [{ inInbox = '', messageId } = { messageId: '' }] = sent.messages
    const { MessageID, Subject, HTML } = await get<{ MessageID: string; Subject: string; HTML: string }>(`/api/v1/message/${inInbox}`)
    expect([MessageID, Subject]).toEqual([messageId, sent.subject])
    expect(HTML).toContain('Crane 4 comes down in eleven pieces')
    expect(await get<InboxFacts>('/api/inbox')).toMatchObject({ messages: 1, unread: 0, folder: '.gazette/inbox' })
  })

  it('fills in the reader that the page shows', async () => {
    const root = sampleFolder()
    const greeting = '<mj-section><mj-column><mj-text>Dear {{recipient "firstName" default="reader"}},</mj-text></mj-column></mj-section></mj-body>'
    const template = join(root, 'templates/classic/issue.mjml.hbs')
    writeFileSync(template, readFileSync(template, 'utf8').replace('</mj-body>', greeting))
    const { get, post } = await wire(root)
    const sent = JSON.parse((await post('/api/test', { ...order, as: 'longest' })).body) as TestSent
    expect(sent).toMatchObject({ messages: [{ to: 'reader@example.com', ok: true }] })
    expect((await get<{ HTML: string }>('/api/v1/message/latest')).HTML).toContain('Wilhelmina-Alexandrina')
    await post('/api/test', order)
    expect((await get<{ HTML: string }>('/api/v1/message/latest')).HTML).not.toContain('Wilhelmina-Alexandrina')
  })

  it('goes to typed addresses by the mail server that is set', async () => {
    const root = sampleFolder()
    const other = await mailServer()
    writeFileSync(join(root, '.env'), `GAZETTE_SMTP_URL=smtp://127.0.0.1:${other.smtpPort}\n`)
    const { get, post } = await wire(root)
    expect(await get<TestFacts>('/api/test')).toMatchObject({ isInbox: false, target: expect.stringContaining(String(other.smtpPort)) as string, sender: 'editor@breakwater.example' })
    const sent = JSON.parse((await post('/api/test', { ...order, to: ['me@desk.example', 'you@desk.example'] })).body) as TestSent
    expect(sent.messages.map(({ to, ok, inInbox }) => [to, ok, inInbox])).toEqual([['me@desk.example', true, undefined], ['you@desk.example', true, undefined]])
    expect(other.mailbox.list().flatMap(({ to }) => to).toSorted()).toEqual(['me@desk.example', 'you@desk.example'])
    expect((await get<InboxFacts>('/api/inbox')).messages).toBe(0)
  })

  it('says what is wrong: an address, a server that is away, an issue with errors', async () => {
    const root = sampleFolder()
    writeFileSync(join(root, '.env'), 'GAZETTE_SMTP_URL=smtp://127.0.0.1:1\n')
    const { post } = await wire(root)
    const odd = await post('/api/test', { ...order, to: ['me@desk.example', 'nobody'] })
    expect([odd.status, odd.body]).toEqual([400, expect.stringContaining('nobody: the address')])
    const away = await post('/api/test', { ...order, to: ['me@desk.example'] })
    expect([away.status, away.body]).toEqual([502, expect.stringContaining('the mail server cannot be used')])
    writeFileSync(join(root, 'templates/classic/issue.mjml.hbs'), '<mjml><mj-body>{{nonsense}}</mj-body></mjml>')
    const broken = JSON.parse((await post('/api/test', order)).body) as TestRefused
    expect(broken.problems.join('\n')).toContain('templates/classic/issue.mjml.hbs:1')
  })
})

describe('the inbox of the page', () => {
  it('shows what another inbox of the same newsletter takes in, and what it removes', async () => {
    const root = sampleFolder()
    const { get, url } = await wire(root)
    const other = await openInbox({ root, host: '127.0.0.1', smtpPort: 0, faults: [], version: '0' })
    onTestFinished(other.close)
    expect((await get<InboxFacts>('/api/inbox')).messages).toBe(0)
    const { id } = await other.mailbox.add(Buffer.from('From: a@b.example\r\nTo: c@d.example\r\nSubject: By the side door\r\n\r\nHello\r\n'), { from: 'a@b.example', to: ['c@d.example'], secure: false }, Date.now())
    await eventually(async () => {
      expect((await get<{ messages: { Subject: string }[] }>('/api/v1/messages')).messages).toMatchObject([{ ID: id, Subject: 'By the side door' }])
    })
    expect((await ask(url, `/api/v1/message/${id}/raw`)).body).toContain('By the side door')
    await other.mailbox.remove()
    await eventually(async () => {
      expect((await get<InboxFacts>('/api/inbox')).messages).toBe(0)
    })
  })

  it('removes one message, or all', async () => {
    const { get, post } = await wire(sampleFolder())
    const ids: string[] = []
    for (let count = 0; count < 3; count++) ids.push((JSON.parse((await post('/api/test', order)).body) as TestSent).messages[0]?.inInbox ?? '')
    expect((await post('/api/inbox-clear', { ids: ids.slice(0, 1) })).status).toBe(200)
    expect((await get<InboxFacts>('/api/inbox')).messages).toBe(2)
    expect((await post('/api/inbox-clear', {})).status).toBe(200)
    expect((await get<InboxFacts>('/api/inbox')).messages).toBe(0)
  })
})

describe('unsubscribing by one click', () => {
  const envelope = { from: 'a@b.example', to: ['c@d.example'], secure: false }

  it('asks the address in the message as a mail program does, and says what came of it', async () => {
    const root = sampleFolder()
    const { post, get } = await wire(root)
    const target = await unsubscribeTarget()
    const other = await openInbox({ root, host: '127.0.0.1', smtpPort: 0, faults: [], version: '0' })
    onTestFinished(other.close)
    await get('/api/inbox')
    const { id } = await other.mailbox.add(leavable(target.url), envelope, Date.now())
    await eventually(async () => {
      expect((await get<InboxFacts>('/api/inbox')).messages).toBe(1)
    })
    const attempt = async (): Promise<unknown> => JSON.parse((await post('/api/inbox-unsubscribe', { id })).body)
    expect(await attempt()).toEqual({ ok: true, said: `Unsubscribed: the server took it (${target.url})` })
    expect(target.asked).toEqual(['POST /u/abc List-Unsubscribe=One-Click'])
    target.status = 500
    expect(await attempt()).toEqual({ ok: false, said: `Not unsubscribed: the server answered 500 (${target.url})` })
  })

  it('says so when the message has no such address, and knows no other messages', async () => {
    const root = sampleFolder()
    const { post, get } = await wire(root)
    await get('/api/inbox')
    const other = await openInbox({ root, host: '127.0.0.1', smtpPort: 0, faults: [], version: '0' })
    onTestFinished(other.close)
    const { id } = await other.mailbox.add(leavable('mailto:a@b.example'), envelope, Date.now())
    await eventually(async () => {
      expect((await get<InboxFacts>('/api/inbox')).messages).toBe(1)
    })
    expect(JSON.parse((await post('/api/inbox-unsubscribe', { id })).body)).toEqual({ ok: false, said: 'Not unsubscribed: the message has no web address to unsubscribe at' })
    for (const unknown of ['nobody', '../secret', '..%2fsecret']) expect((await post('/api/inbox-unsubscribe', { id: unknown })).status).toBe(404)
    for (const body of [null, {}, { id: 1 }, { id, url: 'http://127.0.0.1:1/' }]) expect((await post('/api/inbox-unsubscribe', body)).status).toBe(400)
  })
})

describe('an attack on the inbox', () => {
  it('reads, clears and sends nothing from another site, without the token, or with another method', async () => {
    const { url, headers, post, get } = await wire(sampleFolder())
    await post('/api/test', order)
    for (const bad of [{ 'sec-fetch-site': 'cross-site' }, { origin: 'https://evil.example' }, { host: 'evil.example' }]) {
      for (const path of ['/api/v1/messages', '/api/v1/message/latest/raw', '/api/v1/message/latest/html', '/api/inbox', '/api/test']) {
        expect((await ask(url, path, bad)).status, path).toBe(403)
      }
      for (const path of ['/api/test', '/api/inbox-clear', '/api/inbox-unsubscribe']) expect((await ask(url, path, { ...headers, ...bad }, 'POST', JSON.stringify(order))).status, path).toBe(403)
    }
    for (const path of ['/api/test', '/api/inbox-clear', '/api/inbox-unsubscribe']) {
      expect((await ask(url, path, { 'content-type': 'application/json' }, 'POST', '{}')).status).toBe(403)
    }
    for (const [method, path] of [['DELETE', '/api/v1/messages'], ['PUT', '/api/v1/messages'], ['PUT', '/api/v1/faults'], ['DELETE', '/api/v1/search?query=a']] as const) {
      expect((await ask(url, path, headers, method)).status, path).toBe(405)
    }
    // The API's own changes are not reachable by a POST either.
    for (const path of ['/api/v1/messages', '/api/v1/message/latest/unsubscribe', '/api/v1/faults']) expect((await post(path, {})).status, path).toBe(404)
    expect((await get<InboxFacts>('/api/inbox')).messages).toBe(1)
  })

  it('finds nothing outside the folder of the inbox', async () => {
    const root = sampleFolder()
    mkdirSync(join(root, '.gazette'), { recursive: true })
    writeFileSync(join(root, '.gazette/secret.eml'), 'secret')
    const { url, post } = await wire(root)
    for (const id of ['..%2fsecret', '%2e%2e%2fsecret', '..%2f..%2fcontent%2fnewsletter', '__proto__']) {
      for (const form of ['', '/raw', '/html', '/headers', '/part/1']) {
        const answer = await ask(url, `/api/v1/message/${id}${form}`)
        expect([404, 400], `${id}${form}`).toContain(answer.status)
        expect(answer.body).not.toContain('secret')
      }
    }
    expect((await post('/api/inbox-clear', { ids: ['../secret'] })).status).toBe(200)
    for (const body of [null, [], { ids: 'all' }, { ids: [1] }, { path: '/etc' }]) expect((await post('/api/inbox-clear', body)).status).toBe(400)
    for (const body of [null, {}, { ...order, to: 'me@desk.example' }, { ...order, to: Array.from({ length: 11 }, (_, index) => `r${index}@desk.example`) }, { ...order, dir: '/tmp' }]) {
      expect((await post('/api/test', body)).status).toBe(400)
    }
  })

  it('is not there for other machines', async () => {
    const { createApp } = await import('../../src/preview/app.ts')
    const { uiFolder } = await import('../../src/preview/run.ts')
    const { LateInbox } = await import('../../src/preview/inbox.ts')
    const { session, root } = await preview(sampleFolder())
    await session.snapshot('2026-w48')
    const inbox = new LateInbox({ root, version: '0', changed: () => undefined })
    onTestFinished(() => inbox.close())
    const shared = createApp(session, { hosts: new Set(['phone.test']), token: '', readOnly: true, key: 'k' }, uiFolder, inbox)
    const headers = { host: 'phone.test', cookie: 'gazette_key=k', 'content-type': 'application/json', 'x-gazette-token': '' }
    for (const path of ['/api/inbox', '/api/v1/messages', '/api/v1/message/latest/html', '/api/test']) {
      expect((await shared.request(`http://phone.test${path}`, { headers })).status, path).toBe(404)
    }
    for (const path of ['/api/test', '/api/inbox-clear', '/api/inbox-unsubscribe']) {
      expect((await shared.request(`http://phone.test${path}`, { method: 'POST', headers, body: '{}' })).status, path).toBe(403)
    }
  })

  it('runs nothing that a message brings, and loads nothing from elsewhere unless asked', async () => {
    const { url, post } = await wire(sampleFolder())
    await post('/api/test', order)
    const policy = async (path: string): Promise<string> => String((await ask(url, path)).headers['content-security-policy'])
    const closed = await policy('/api/v1/message/latest/html')
    expect(closed).toContain("script-src 'none'")
    expect(closed).not.toMatch(/allow-scripts|http/)
    expect(await policy('/api/v1/message/latest/html?remote=on')).toContain('https:')
    for (const path of ['/api/v1/message/latest/raw', '/api/v1/message/latest/part/1', '/api/v1/message/latest']) expect(await policy(path), path).toContain('sandbox')
  })
})
