import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { dotStuffed } from '../../src/deliver/smtp-channel.io.ts'
import { capabilitiesIn, transportFor } from '../../src/deliver/smtp.io.ts'
import { parseTarget } from '../../src/deliver/smtp-url.ts'
import type { Channel, Envelope, Outcome } from '../../src/deliver/transport.ts'
import { type FakeSmtp, fakeSmtp, type Script } from './helpers/fake-smtp.ts'

const message = Buffer.from('Subject: Hello\r\n\r\nLine\r\n.dot\r\n..two\r\nEnd\r\n')
const envelope: Envelope = { from: 'news@example.com', to: 'ana@example.com', utf8: false }
const open = (): Promise<boolean> => Promise.resolve(true)

let server: FakeSmtp | undefined
const channels: Channel[] = []
afterEach(async () => {
  for (const channel of channels.splice(0)) channel.destroy()
  await server?.close()
  server = undefined
})

async function connect(script: Script = {}, parameters = ''): Promise<Channel> {
  server = await fakeSmtp(script)
  const channel = await transportFor(parseTarget(`${server.url}${parameters}`)).open()
  channels.push(channel)
  return channel
}

async function deliver(script: Script, parameters = ''): Promise<Outcome> {
  return (await connect(script, parameters)).deliver(envelope, message, open)
}

const noPipelining = '250-fake.example\r\n250 8BITMIME'

describe.each([
  ['with PIPELINING', {}],
  ['without PIPELINING', { ehlo: noPipelining }],
])('a transaction %s', (_name, base: Script) => {
  it('hands the message over byte for byte, one after the other on one connection', async () => {
    const channel = await connect(base)
    for (const to of ['ana@example.com', 'ben@example.com', 'cy@example.com']) {
      expect(await channel.deliver({ ...envelope, to }, message, open)).toMatchObject({ kind: 'reply', stage: 'message', code: 250 })
    }
    expect(server?.messages.map(({ to }) => to.join())).toEqual(['ana@example.com', 'ben@example.com', 'cy@example.com'])
    expect(server?.messages.map(({ raw }) => raw)).toEqual(Array(3).fill(message.toString()))
    expect(server?.connections()).toBe(1)
  })

  it.each<[string, Script, { stage: string; code: number; text?: string }]>([
    ['4xx at MAIL', { mail: () => '451 4.3.0 Later' }, { stage: 'mail', code: 451, text: '4.3.0 Later' }],
    ['5xx at MAIL', { mail: () => '550 5.1.0 No' }, { stage: 'mail', code: 550 }],
    ['4xx at RCPT', { rcpt: () => '450 4.2.0 Greylisted' }, { stage: 'rcpt', code: 450 }],
    ['5xx at RCPT', { rcpt: () => '550 5.1.1 User unknown' }, { stage: 'rcpt', code: 550 }],
    ['4xx at DATA', { data: '451 4.3.0 Later' }, { stage: 'data', code: 451 }],
    ['5xx at DATA', { data: '554 5.7.1 No' }, { stage: 'data', code: 554 }],
    ['4xx after the dot', { message: () => '452 4.3.1 Full' }, { stage: 'message', code: 452 }],
    ['5xx after the dot', { message: () => '554 5.7.1 Spam' }, { stage: 'message', code: 554 }],
    ['a reply of several lines', { message: () => '250-2.0.0 Ok\r\n250 queued' }, { stage: 'message', code: 250, text: '2.0.0 Ok queued' }],
  ])('tells %s', async (_case, script, expected) => {
    expect(await deliver({ ...base, ...script })).toMatchObject({ kind: 'reply', ...expected })
  })

  it('goes on with the next message after a refusal', async () => {
    const channel = await connect({ ...base, rcpt: (address) => (address.startsWith('ben') ? '550 5.1.1 No' : '250 Ok') })
    const outcomes: unknown[] = []
    for (const to of ['ana@example.com', 'ben@example.com', 'cy@example.com']) {
      const outcome = await channel.deliver({ ...envelope, to }, message, open)
      outcomes.push(outcome.kind === 'reply' ? outcome.code : outcome.kind)
    }
    expect(outcomes).toEqual([250, 550, 250])
    expect(server?.messages).toHaveLength(2)
    expect(server?.connections()).toBe(1)
  })

  it.each<[string, Script]>([
    ['at MAIL', { mail: () => 'drop' }],
    ['at RCPT', { rcpt: () => 'drop' }],
    ['at DATA', { data: 'drop' }],
  ])('knows that a connection that ends %s has delivered nothing', async (_case, script) => {
    expect(await deliver({ ...base, ...script })).toMatchObject({ kind: 'lost', mayHaveLeft: false })
  })

  it('cannot know about a connection that ends after the dot', async () => {
    const channel = await connect({ ...base, message: () => 'drop' })
    expect(await channel.deliver(envelope, message, open)).toMatchObject({ kind: 'lost', mayHaveLeft: true })
    expect(channel.isUsable()).toBe(false)
    expect(server?.messages).toHaveLength(1)
  })

  it('gives up on a server that says nothing', async () => {
    expect(await deliver({ ...base, mail: () => 'silent' }, '?timeout=2')).toMatchObject({ kind: 'lost', mayHaveLeft: false, detail: 'no answer for 2 seconds' })
    await server?.close()
    expect(await deliver({ ...base, message: () => 'silent' }, '?timeout=2')).toMatchObject({ kind: 'lost', mayHaveLeft: true })
  })

  it('leaves a server that answers 421', async () => {
    const channel = await connect({ ...base, mail: () => '421 4.3.2 Shutting down' })
    expect(await channel.deliver(envelope, message, open)).toMatchObject({ kind: 'reply', stage: 'mail', code: 421 })
    expect(channel.isUsable()).toBe(false)
  })
})

describe('the gate', () => {
  it('holds back the end of the message until it opens', async () => {
    let tell = (): void => undefined
    const arrived = new Promise<void>((resolve) => (tell = resolve))
    const whole = (): string => {
      tell()
      return '250 Ok'
    }
    const channel = await connect({ onPart: () => { tell() }, message: whole })
    let atGate = -1
    const outcome = await channel.deliver(envelope, message, async () => {
      // With its end or without it, the server has it by then.
      await arrived
      atGate = server?.messages.length ?? -1
      return true
    })
    expect(outcome).toMatchObject({ kind: 'reply', code: 250 })
    expect(atGate).toBe(0)
  })

  it('never sends the end when it stays shut', async () => {
    const channel = await connect()
    expect(await channel.deliver(envelope, message, () => Promise.resolve(false))).toEqual({ kind: 'withheld' })
    await expect.poll(() => server?.open()).toBe(0)
    expect(server?.messages).toEqual([])
    expect(channel.isUsable()).toBe(false)
  })

  it('is not asked when the server refused before the body', async () => {
    const channel = await connect({ rcpt: () => '550 5.1.1 No' })
    let asked = false
    await channel.deliver(envelope, message, () => Promise.resolve((asked = true)))
    expect(asked).toBe(false)
  })

  it('knows that nothing was delivered when the connection ends while it is shut', async () => {
    const channel = await connect({ dropAfterBytes: 10 })
    const outcome = await channel.deliver(envelope, message, async () => {
      await expect.poll(() => channel.isUsable()).toBe(false)
      return true
    })
    expect(outcome).toMatchObject({ kind: 'lost', mayHaveLeft: false })
  })
})

describe('a server out of the ordinary', () => {
  it('that wants a message although it refused the recipient gets an empty one', async () => {
    const channel = await connect({ rcpt: () => '550 5.1.1 No', data: '354 Go on' })
    expect(await channel.deliver(envelope, message, open)).toMatchObject({ stage: 'rcpt', code: 550 })
    expect(server?.messages).toEqual([])
    expect(channel.isUsable()).toBe(true)
  })

  it('that talks nonsense is left', async () => {
    expect(await deliver({ mail: () => '\u0007not mail' })).toMatchObject({ kind: 'lost', mayHaveLeft: false })
    await server?.close()
    expect(await deliver({ mail: () => `250-${'x'.repeat(100_000)}` })).toMatchObject({ kind: 'lost', mayHaveLeft: false })
  })

  it('that takes small messages only is not sent a large one', async () => {
    const outcome = await deliver({ ehlo: '250-fake.example\r\n250 SIZE 20' })
    expect(outcome).toMatchObject({ kind: 'reply', stage: 'mail', code: 552 })
    expect(server?.commands.some((line) => line.startsWith('MAIL'))).toBe(false)
  })

  it('is told the size, and SMTPUTF8 only when it speaks it', async () => {
    const utf8 = { ...envelope, to: 'jürgen@example.com', utf8: true }
    expect(await (await connect()).deliver(utf8, message, open)).toMatchObject({ kind: 'unsupported' })
    await server?.close()
    const able = await connect({ ehlo: '250-fake.example\r\n250-SMTPUTF8\r\n250-SIZE\r\n250 8BITMIME' })
    expect(await able.deliver(utf8, message, open)).toMatchObject({ code: 250 })
    expect(server?.commands).toContain('MAIL FROM:<news@example.com> BODY=8BITMIME SMTPUTF8')
  })

  it('that closes an idle connection leaves it unusable', async () => {
    const channel = await connect()
    await server?.close()
    await expect.poll(() => channel.isUsable()).toBe(false)
  })
})

describe('no connection', () => {
  it.each<[string, Script, string]>([
    ['a greeting that is a refusal', { greeting: '554 5.7.1 Go away' }, ''],
    ['a greeting of 421', { greeting: '421 4.3.2 Busy' }, ''],
    ['a server that hangs up', { greeting: 'drop' }, ''],
    ['a silent server', { greeting: 'silent' }, '?timeout=0.2'],
  ])('comes of %s, and another time may do', async (_case, script, parameters) => {
    await expect(connect(script, parameters)).rejects.toMatchObject({ name: 'ConnectError', isFinal: false })
  })

  it('comes of a port where nothing listens', async () => {
    const unused = await fakeSmtp()
    await unused.close()
    await expect(transportFor(parseTarget(unused.url)).open()).rejects.toMatchObject({ isFinal: false, message: expect.stringContaining('ECONNREFUSED') as unknown })
  })

  it('comes of a server that must encrypt and cannot, for good', async () => {
    await expect(connect({ ehlo: '250 fake.example' }, '?tls=required')).rejects.toMatchObject({ isFinal: true })
  })

  it('comes of a path that is not the sendmail program', async () => {
    const channel = await transportFor(parseTarget('sendmail:///nowhere/sendmail')).open()
    expect(await channel.deliver(envelope, message, open)).toMatchObject({ kind: 'lost', mayHaveLeft: false })
  })
})

describe('sendmail', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gazette-sendmail-'))
  afterEach(() => {
    rmSync(join(folder, 'out'), { force: true })
  })

  async function viaProgram(script: string, gate = open): Promise<Outcome> {
    const path = join(folder, 'sendmail')
    writeFileSync(path, `#!/bin/sh\n${script}\n`)
    chmodSync(path, 0o755)
    return (await transportFor(parseTarget(`sendmail://${path}`)).open()).deliver(envelope, message, gate)
  }

  it('takes the message on its standard input', async () => {
    const outcome = await viaProgram(`(echo "$@"; cat) > ${folder}/out`)
    expect(outcome).toMatchObject({ kind: 'reply', stage: 'message', code: 250 })
    expect(readFileSync(join(folder, 'out'), 'utf8')).toBe(`-i -f news@example.com ana@example.com\n${message.toString().replaceAll('\r\n', '\n')}`)
  })

  it.each([
    [67, 550],
    [75, 451],
  ])('exit code %i is %i', async (exit, code) => {
    expect(await viaProgram(`cat > /dev/null; exit ${exit}`)).toMatchObject({ kind: 'reply', code })
  })

  it('does not get the end of a message whose gate stays shut', async () => {
    expect(await viaProgram('cat > /dev/null', () => Promise.resolve(false))).toEqual({ kind: 'withheld' })
  })
})

describe('dotStuffed', () => {
  it.each([
    ['no dots\r\n', 'no dots\r\n'],
    ['.first\r\n', '..first\r\n'],
    ['a\r\n.\r\nb\r\n', 'a\r\n..\r\nb\r\n'],
    ['a\n.b\r\n..c\r\n', 'a\n..b\r\n...c\r\n'],
    ['.\r\n', '..\r\n'],
  ])('%j becomes %j', (text, expected) => {
    expect(dotStuffed(Buffer.from(text)).toString()).toBe(expected)
  })

  it('leaves a message without dots as it is, not a copy', () => {
    const plain = Buffer.from('Hello.\r\nEnd\r\n')
    expect(dotStuffed(plain)).toBe(plain)
  })
})

describe('capabilitiesIn', () => {
  it('reads the answer to EHLO', () => {
    expect(capabilitiesIn('250-mx.example greets you\n250-PIPELINING\n250-SIZE 35882577\n250-AUTH PLAIN\n250-smtputf8\n250 8BITMIME')).toEqual({
      pipelining: true,
      smtpUtf8: true,
      eightBitMime: true,
      size: 35_882_577,
    })
    expect(capabilitiesIn('250 mx.example')).toEqual({ pipelining: false, smtpUtf8: false, eightBitMime: false, size: undefined })
  })
})
