import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Inbox, openInbox } from '../../../src/app/inbox.io.ts'
import { type Fault, parseFault } from '../../../src/deliver/inbox/faults.ts'
import { transportFor } from '../../../src/deliver/smtp.io.ts'
import { parseTarget } from '../../../src/deliver/smtp-url.ts'
import type { Channel, Outcome } from '../../../src/deliver/transport.ts'

let root = ''
let inbox: Inbox
let channel: Channel | undefined
let faults: Fault[] = []

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'gazette-inbox-'))
  faults = []
  inbox = await start()
})
afterEach(async () => {
  channel?.destroy()
  channel = undefined
  await inbox.close()
  rmSync(root, { recursive: true, force: true })
})

const start = (keep = 2000): Promise<Inbox> =>
  openInbox({ root, host: '127.0.0.1', smtpPort: 0, webPort: 0, faults, version: '0', keep, lookup: () => Promise.resolve(undefined) })

const message = Buffer.from(
  [
    'From: =?UTF-8?Q?Zo=C3=AB?= <news@example.com>',
    'To: Ana <ana@example.com>',
    'Subject: Hello =?UTF-8?Q?W=C3=B6rld?=',
    'Date: Thu, 26 Nov 2026 07:00:00 +0000',
    'Message-ID: <1@example.com>',
    'List-Id: <weekly.example.com>',
    'List-Unsubscribe: <https://example.com/u/abc>,',
    ' <mailto:news@example.com?subject=unsubscribe>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; boundary=r',
    '',
    '--r',
    'Content-Type: multipart/alternative; boundary=a',
    '',
    '--a',
    'Content-Type: text/plain',
    '',
    'Plain words',
    '--a',
    'Content-Type: text/html',
    '',
    '<p>Rich words <img src="cid:pic@example.com"></p><script>alert(1)</script>',
    '--a--',
    '--r',
    'Content-Type: image/png',
    'Content-ID: <pic@example.com>',
    'Content-Disposition: inline; filename="pic.png"',
    'Content-Transfer-Encoding: base64',
    '',
    'iVBORw0KGgo=',
    '--r--',
    '',
  ].join('\r\n'),
)

async function send(to = 'ana@example.com', raw = message, parameters = ''): Promise<Outcome> {
  if (channel?.isUsable() !== true) channel = await transportFor(parseTarget(`smtp://127.0.0.1:${inbox.smtpPort}${parameters}`)).open()
  return channel.deliver({ from: 'bounces@example.com', to, utf8: false }, raw, () => Promise.resolve(true))
}

async function get(path: string, init: RequestInit = {}): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(`${inbox.url ?? ''}${path}`, init)
  return { status: response.status, text: await response.text(), headers: response.headers }
}

const json = async (path: string, init: RequestInit = {}): Promise<Record<string, unknown>> => JSON.parse((await get(path, init)).text) as Record<string, unknown>

async function firstId(): Promise<string> {
  return ((await json('/api/v1/messages'))['messages'] as { ID: string }[])[0]?.ID ?? ''
}

describe('the test inbox', () => {
  it('keeps every byte of what it is given', async () => {
    expect(await send()).toMatchObject({ kind: 'reply', code: 250 })
    const [name] = readdirSync(inbox.mailbox.folder).filter((file) => file.endsWith('.eml'))
    expect(name).toBeDefined()
    expect(await inbox.mailbox.raw('latest')).toEqual(message)
  })

  it('takes any user and any password, encrypted or not', async () => {
    await inbox.close()
    inbox = await start()
    const plain = await transportFor(parseTarget(`smtp://any:thing@127.0.0.1:${inbox.smtpPort}`)).open()
    expect(await plain.deliver({ from: 'a@x.example', to: 'b@y.example', utf8: false }, message, () => Promise.resolve(true))).toMatchObject({ code: 250 })
    plain.close()
    expect(inbox.mailbox.list()[0]).toMatchObject({ user: 'any', secure: false })
    const lines = await talk(['EHLO me.example', 'STARTTLS'])
    expect(lines).toContain('250-STARTTLS')
    expect(lines.at(-1)).toMatch(/^220 /)
  })

  it('shows what it kept when it is opened again, the newest first', async () => {
    await send('ana@example.com')
    await send('ben@example.com')
    await inbox.close()
    inbox = await start()
    expect(inbox.mailbox.list().map(({ to }) => to.join())).toEqual(['ben@example.com', 'ana@example.com'])
  })

  it('lets go of the oldest when there are too many', async () => {
    await inbox.close()
    inbox = await start(3)
    for (const name of ['a', 'b', 'c', 'd', 'e']) await send(`${name}@example.com`)
    expect(inbox.mailbox.list().map(({ to }) => to.join())).toEqual(['e@example.com', 'd@example.com', 'c@example.com'])
    expect(readdirSync(inbox.mailbox.folder)).toHaveLength(6)
    expect(inbox.mailbox.received).toBe(5)
  })

  it('says so when its port is taken', async () => {
    const taken = openInbox({ root, host: '127.0.0.1', smtpPort: inbox.smtpPort, faults: [], version: '0' })
    await expect(taken).rejects.toMatchObject({ diagnostics: [{ code: 'GZ-D008' }] })
  })

  it('survives what is no message at all', async () => {
    expect(await send('ana@example.com', Buffer.from('\u0000\u0001 nonsense\r\n'))).toMatchObject({ code: 250 })
    expect((await get(`/message/${await firstId()}?view=checks`)).status).toBe(200)
  })
})

describe('its API', () => {
  it('lists, like Mailpit', async () => {
    await send('ana@example.com')
    await send('hidden@example.com')
    const list = await json('/api/v1/messages?limit=1')
    expect(list).toMatchObject({ total: 2, unread: 1, count: 1, start: 0, messages_count: 2 })
    expect((list['messages'] as unknown[])[0]).toMatchObject({
      MessageID: '1@example.com',
      Read: false,
      From: { Name: 'Zoë', Address: 'news@example.com' },
      To: [{ Name: 'Ana', Address: 'ana@example.com' }],
      Bcc: [{ Name: '', Address: 'hidden@example.com' }],
      Subject: 'Hello Wörld',
      Size: message.length,
      Snippet: 'Plain words',
    })
  })

  it('opens a message, and notes that it was read', async () => {
    await send()
    const id = await firstId()
    expect(await json(`/api/v1/message/${id}`)).toMatchObject({
      ReturnPath: 'bounces@example.com',
      Subject: 'Hello Wörld',
      Text: 'Plain words\n',
      ListUnsubscribe: {
        Links: ['https://example.com/u/abc', 'mailto:news@example.com?subject=unsubscribe'],
        HeaderPost: 'List-Unsubscribe=One-Click',
        Errors: '',
      },
      Inline: [{ FileName: 'pic.png', ContentType: 'image/png', Size: 8 }],
    })
    expect(await json('/api/v1/messages')).toMatchObject({ unread: 0 })
    expect(await json(`/api/v1/message/latest/headers`)).toMatchObject({ 'Message-ID': ['<1@example.com>'] })
    expect((await get(`/api/v1/message/${id}/raw`)).text).toBe(message.toString())
    expect((await get(`/api/v1/message/${id}/part/1`)).headers.get('content-type')).toBe('image/png')
  })

  it('searches, deletes some, and deletes all', async () => {
    for (const name of ['ana', 'ben', 'cy']) await send(`${name}@example.com`)
    expect(await json('/api/v1/search?query=to:ben')).toMatchObject({ total: 1 })
    expect(await json('/api/v1/search?query=subject:"hello wörld" cy')).toMatchObject({ total: 1 })
    const [first] = inbox.mailbox.list()
    expect((await get('/api/v1/messages', { method: 'DELETE', body: JSON.stringify({ IDs: [first?.id] }) })).text).toBe('ok')
    expect(inbox.mailbox.list()).toHaveLength(2)
    await get('/api/v1/messages', { method: 'DELETE' })
    expect(inbox.mailbox.list()).toHaveLength(0)
    expect(readdirSync(inbox.mailbox.folder)).toEqual([])
  })

  it('judges a message', async () => {
    await send()
    const verdicts = JSON.parse((await get(`/api/v1/message/latest/verdicts`)).text) as { name: string; result: string }[]
    expect(Object.fromEntries(verdicts.map(({ name, result }) => [name, result]))).toEqual({
      dkim: 'unknown',
      'one-click': 'good',
      'list-id': 'good',
      header: 'good',
      lines: 'good',
      parts: 'good',
    })
  })

  it('tells what comes in as it comes in', async () => {
    const response = await fetch(`${inbox.url ?? ''}/api/v1/events`)
    const reader = response.body?.getReader()
    await send()
    const chunk = await reader?.read()
    expect(new TextDecoder().decode(chunk?.value as Uint8Array | undefined)).toBe(`event: arrived\ndata: ${await firstId()}\n\n`)
    await reader?.cancel()
  })

  it('answers what it does not know', async () => {
    expect((await get('/api/v1/message/nope')).status).toBe(404)
    expect((await get('/api/v1/message/..%2f..%2fsecret/raw')).status).toBe(404)
    expect((await get('/api/v1/messages', { method: 'DELETE', body: '{' })).status).toBe(400)
    expect((await get('/api/v1/faults', { method: 'PUT', body: '[{"kind":"explode"}]' })).status).toBe(400)
  })
})

describe('its page', () => {
  it('shows the message in a frame without scripts, and pictures from the message', async () => {
    await send()
    const id = await firstId()
    const page = await get(`/message/${id}`)
    expect(page.text).toContain('Hello Wörld')
    expect(page.text).toMatch(/<iframe [^>]*sandbox="allow-popups allow-popups-to-escape-sandbox"/)
    const frame = await get(`/api/v1/message/${id}/html`)
    expect(frame.text).toContain(`<img src="/api/v1/message/${id}/part/1">`)
    expect(frame.headers.get('content-security-policy')).toMatch(/^default-src 'none';.*sandbox/)
    for (const view of ['text', 'headers', 'raw', 'files', 'checks']) expect((await get(`/message/${id}?view=${view}`)).status).toBe(200)
  })

  it('takes nothing from a message for markup', async () => {
    await send('ana@example.com', Buffer.from('Subject: <script>alert(1)</script>\r\nFrom: "<b>" <x@y.example>\r\n\r\n<i>text</i>\r\n'))
    const page = await get(`/message/${await firstId()}?view=raw`)
    expect(page.text).not.toContain('<script>alert')
    expect(page.text).not.toMatch(/<b>|<i>text/)
  })

  it('is for this machine: not for other names, nor for pages of other origins', async () => {
    const port = new URL(inbox.url ?? '').port
    const lines = await talkTo(Number(port), `GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)
    expect(lines).toMatch(/^HTTP\/1.1 403/)
    expect((await get('/api/v1/messages', { method: 'DELETE', headers: { Origin: 'https://evil.example' } })).status).toBe(403)
    expect((await get('/api/v1/messages', { method: 'DELETE', headers: { Origin: inbox.url ?? '' } })).status).toBe(200)
  })
})

describe('faults on demand', () => {
  it.each<[string, object]>([
    ['reject', { kind: 'reply', stage: 'rcpt', code: 550 }],
    ['defer', { kind: 'reply', stage: 'rcpt', code: 451 }],
    ['reject,stage=mail', { kind: 'reply', stage: 'mail', code: 550 }],
    ['reject,stage=message,code=554', { kind: 'reply', stage: 'message', code: 554 }],
    ['busy', { kind: 'reply', stage: 'mail', code: 421 }],
    ['drop,stage=rcpt', { kind: 'lost', mayHaveLeft: false }],
    ['slow,delay=0.05s', { kind: 'reply', code: 250 }],
  ])('%s', async (text, expected) => {
    faults.push(parseFault(text))
    expect(await send()).toMatchObject(expected)
  })

  it('drop-after-dot: the message is there, its answer is not', async () => {
    faults.push(parseFault('drop-after-dot'))
    expect(await send()).toMatchObject({ kind: 'lost', mayHaveLeft: true })
    expect(inbox.mailbox.list()).toHaveLength(1)
  })

  it('silent: no answer', async () => {
    faults.push(parseFault('silent'))
    expect(await send('ana@example.com', message, '?timeout=2')).toMatchObject({ kind: 'lost', mayHaveLeft: true })
  })

  it('strike some addresses, and are changed while it runs', async () => {
    await json('/api/v1/faults', { method: 'PUT', body: JSON.stringify([{ kind: 'reject', address: '*@bad.example', code: 553 }]) })
    expect(await send('x@bad.example')).toMatchObject({ code: 553 })
    expect(await send('x@good.example')).toMatchObject({ code: 250 })
    expect((await get('/')).text).toContain('faults on')
    await json('/api/v1/faults', { method: 'PUT', body: '[]' })
    expect(await send('x@bad.example')).toMatchObject({ code: 250 })
  })
})

/** Speaks to the mail port by hand. @returns the lines that came back */
async function talk(commands: string[]): Promise<string[]> {
  const text = await talkTo(inbox.smtpPort, '', commands)
  return text.trimEnd().split('\r\n')
}

function talkTo(port: number, first: string, commands: string[] = []): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    socket.write(first)
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString()
      if (/^\d{3} .*\r\n$/m.test(chunk.toString())) {
        const next = commands.shift()
        if (next === undefined) socket.destroy()
        else socket.write(`${next}\r\n`)
      }
    })
    socket.on('close', () => {
      resolve(text)
    })
    socket.on('error', reject)
  })
}
