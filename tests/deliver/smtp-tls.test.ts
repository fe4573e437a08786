import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { transportFor } from '../../src/deliver/smtp.io.ts'
import { parseTarget } from '../../src/deliver/smtp-url.ts'
import type { Channel } from '../../src/deliver/transport.ts'
import { listening } from './helpers/listening.ts'

const certificate = new URL('fixtures/localhost.crt', import.meta.url)
const key = readFileSync(new URL('fixtures/localhost.key', import.meta.url))
const cert = readFileSync(certificate)
const ca = encodeURIComponent(certificate.pathname)

interface Seen {
  user: string | undefined
  secure: boolean
  raw: string
}

let server: SMTPServer | undefined
let channel: Channel | undefined
let seen: Seen[] = []
afterEach(async () => {
  channel?.destroy()
  channel = undefined
  const closing = server
  server = undefined
  seen = []
  if (closing !== undefined) {
    await new Promise<void>((resolve) => {
      closing.close(resolve)
    })
  }
})

/** A real server with a certificate for localhost and one user. */
async function serve(options: SMTPServerOptions = {}): Promise<number> {
  server = new SMTPServer({
    key,
    cert,
    logger: false,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, callback) => {
      if (username === 'news' && password === 'p@ss:w/rd') callback(null, { user: username })
      else callback(Object.assign(new Error('Authentication credentials invalid'), { responseCode: 535 }))
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        seen.push({ user: session.user as string | undefined, secure: session.secure, raw: Buffer.concat(chunks).toString() })
        callback(null)
      })
    },
    ...options,
  })
  server.on('error', () => undefined)
  return listening(server.server)
}

async function send(url: string): Promise<unknown> {
  channel = await transportFor(parseTarget(url)).open()
  const envelope = { from: 'news@example.com', to: 'ana@example.com', utf8: false }
  return channel.deliver(envelope, Buffer.from('Subject: Hello\r\n\r\nHello\r\n'), () => Promise.resolve(true))
}

describe('encryption and login', () => {
  it('STARTTLS with AUTH, the certificate checked', async () => {
    const port = await serve()
    expect(await send(`smtp://news:p%40ss%3Aw%2Frd@localhost:${port}?tls=required&ca=${ca}`)).toMatchObject({ code: 250 })
    expect(seen).toEqual([{ user: 'news', secure: true, raw: 'Subject: Hello\r\n\r\nHello\r\n' }])
  })

  it('TLS from the first byte', async () => {
    const port = await serve({ secure: true })
    expect(await send(`smtps://news:p%40ss%3Aw%2Frd@localhost:${port}?ca=${ca}`)).toMatchObject({ code: 250 })
    expect(seen).toMatchObject([{ user: 'news', secure: true }])
  })

  it('refuses a certificate that nobody vouches for', async () => {
    const port = await serve()
    await expect(send(`smtp://localhost:${port}?tls=required`)).rejects.toMatchObject({ name: 'ConnectError', isFinal: true })
    expect(seen).toEqual([])
  })

  it('refuses a certificate for another name', async () => {
    const port = await serve()
    const url = `smtp://localhost:${port}?tls=required&ca=${ca}&servername=mail.example.com`
    await expect(send(url)).rejects.toMatchObject({ isFinal: true })
    expect(seen).toEqual([])
  })

  it('does not go on in the open when the server says it cannot encrypt', async () => {
    const port = await serve({ disabledCommands: ['STARTTLS'], authOptional: true })
    await expect(send(`smtp://localhost:${port}?tls=required&ca=${ca}`)).rejects.toMatchObject({ isFinal: true })
    expect(seen).toEqual([])
  })

  it('takes a wrong password for final and never repeats it', async () => {
    const port = await serve()
    const attempt = send(`smtp://news:sesame@localhost:${port}?tls=required&ca=${ca}`)
    await expect(attempt).rejects.toMatchObject({ isFinal: true })
    await expect(attempt).rejects.not.toThrow(/sesame/)
  })

  it('needs the file of certificates it was told to trust', async () => {
    const port = await serve()
    const folder = mkdtempSync(join(tmpdir(), 'gazette-ca-'))
    const other = join(folder, 'empty.pem')
    writeFileSync(other, '')
    await expect(send(`smtp://localhost:${port}?tls=required&ca=${encodeURIComponent(other)}`)).rejects.toMatchObject({ isFinal: true })
    await expect(send(`smtp://localhost:${port}?tls=required&ca=${encodeURIComponent(join(folder, 'none.pem'))}`)).rejects.toThrow(/ENOENT/)
    rmSync(folder, { recursive: true })
  })
})
