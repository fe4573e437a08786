import { spawnSync } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createDkimSigner, relaxedField, simpleBody } from '../../src/deliver/dkim.ts'
import { type DkimVerdict, verifyDkim } from '../../src/deliver/dkim-verify.ts'

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url))
const pem = fixture('dkim.key').toString()
const record = fixture('dkim.txt').toString()
const lookup = (name: string): Promise<string | undefined> =>
  Promise.resolve(name === 'news._domainkey.example.com' ? record : undefined)

const message = Buffer.from(
  [
    'From: =?UTF-8?Q?Zo=C3=AB?= <news@example.com>',
    'To: ana@example.com',
    'Subject: A subject long enough to be folded, as some are, over more than one',
    ' line of the header',
    'Date: Thu, 26 Nov 2026 07:00:00 +0000',
    'Message-ID: <1@example.com>',
    'List-Id: Weekly <weekly.example.com>',
    'List-Unsubscribe: <https://example.com/u/abc>,',
    ' <mailto:news@example.com?subject=unsubscribe>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'Feedback-ID: 2026-w48:weekly:news:example',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello  Ana,',
    '.dot',
    '',
    '',
    '',
  ].join('\r\n'),
)
const signer = createDkimSigner(pem, 'example.com', 'news', () => 1_790_000_000_000)

const changed = (from: string, to: string) => (signed: Buffer) => Buffer.from(signed.toString('latin1').replace(from, to), 'latin1')

async function verdictOn(change: (signed: Buffer) => Buffer = (signed) => signed): Promise<DkimVerdict | undefined> {
  return (await verifyDkim(change(await signer.sign(message)), lookup))[0]
}

describe('a DKIM signature', () => {
  it('holds, and covers both unsubscribe fields', async () => {
    const verdict = await verdictOn()
    expect(verdict).toMatchObject({ result: 'pass', domain: 'example.com', selector: 'news' })
    expect(verdict?.signed).toEqual(expect.arrayContaining(['from', 'subject', 'list-unsubscribe', 'list-unsubscribe-post', 'feedback-id']))
  })

  it('is the first field, in lines of bearable length, and leaves the message as it is', async () => {
    const signed = await signer.sign(message)
    expect(signed.subarray(signed.length - message.length).equals(message)).toBe(true)
    const field = signed.subarray(0, signed.length - message.length).toString()
    expect(field).toMatch(/^DKIM-Signature: v=1; a=rsa-sha256; c=relaxed\/simple; d=example\.com; s=news;\r\n/)
    expect(Math.max(...field.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78)
  })

  it('holds when a server folds a field otherwise', async () => {
    expect(await verdictOn(changed('Subject: A subject long', 'Subject:  A subject\r\n\tlong'))).toMatchObject({ result: 'pass' })
  })

  it.each<[string, (signed: Buffer) => Buffer]>([
    ['the body', changed('Hello', 'Hullo')],
    ['the subject', changed('A subject', 'Another')],
    ['the link to unsubscribe', changed('/u/abc', '/u/xyz')],
    ['the one-click field', changed('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n', '')],
    ['the sender', changed('news@example.com>', 'nows@example.com>')],
    ['the header, by a second subject', changed('Subject: A', 'Subject: Win a prize\r\nSubject: A')],
    ['the header, by a second sender', changed('To: ana', 'From: evil@evil.example\r\nTo: ana')],
  ])('breaks when somebody changes %s', async (_what, change) => {
    expect(await verdictOn(change)).toMatchObject({ result: 'fail' })
  })

  it('passes a verifier that is not ours', ({ skip }) => {
    // Debian's own Python has Debian's packages; another one may come first.
    const python = ['python3', '/usr/bin/python3'].find((name) => spawnSync(name, ['-c', 'import dkim']).status === 0)
    skip(python === undefined, 'dkimpy is not installed (Debian: python3-dkim)')
    return signer.sign(message).then((signed) => {
      const script = 'import sys, dkim; print(dkim.verify(sys.stdin.buffer.read(), dnsfunc=lambda name, timeout=5: sys.argv[1].encode()))'
      const verified = spawnSync(python ?? '', ['-c', script, record.trim()], { input: signed })
      expect(verified.stdout.toString().trim(), verified.stderr.toString()).toBe('True')
    })
  })
})

describe('the verifier', () => {
  it.each(['relaxed', 'simple'])('agrees with another signer (dkimpy), %s', async (way) => {
    const signed = fixture(`signed-${way}.eml`)
    expect(await verifyDkim(signed, lookup)).toMatchObject([{ result: 'pass', domain: 'example.com' }])
    expect(await verifyDkim(changed('Two', 'Too')(signed), lookup)).toMatchObject([{ result: 'fail' }])
  })

  it('says what it cannot know', async () => {
    expect(await verifyDkim(await signer.sign(message), () => Promise.resolve(undefined))).toMatchObject([{ result: 'unknown' }])
    expect(await verifyDkim(message, lookup)).toEqual([])
  })
})

describe('a DKIM key', () => {
  const exported = (key: ReturnType<typeof generateKeyPairSync>['privateKey']): string => key.export({ type: 'pkcs8', format: 'pem' }).toString()

  it.each([
    ['Ed25519, which leaves mail unsigned', exported(generateKeyPairSync('ed25519').privateKey)],
    ['an elliptic curve', exported(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey)],
    ['RSA for another way of padding', exported(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey)],
    ['512 bits', exported(generateKeyPairSync('rsa', { modulusLength: 512 }).privateKey)],
    ['not a key', 'hello'],
    ['a public key', generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ type: 'spki', format: 'pem' }).toString()],
  ])('is refused when it is %s', (_what, text) => {
    expect(() => createDkimSigner(text, 'example.com', 'news', () => 0)).toThrow(
      expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'GZ-D007' })] }),
    )
  })

  it.each([
    ['example.com', 'new s'],
    ['example.com', 'news;d=evil'],
    ['example', 'news'],
    ['example.com\r\nX: y', 'news'],
  ])('is refused for domain %j and selector %j', (domain, selector) => {
    expect(() => createDkimSigner(pem, domain, selector, () => 0)).toThrow(/is not a name/)
  })
})

describe('canonical forms', () => {
  it.each([
    ['A: X', 'a:X'],
    ['B : Y\t\r\n\tZ  ', 'b:Y Z'],
  ])('the example of RFC 6376 §3.4.5: %j', (text, expected) => {
    expect(relaxedField(text)).toBe(expected)
  })

  it.each([
    ['', '\r\n'],
    ['\r\n', '\r\n'],
    ['\r\n\r\n', '\r\n'],
    ['a', 'a\r\n'],
    ['a\r\n', 'a\r\n'],
    [' C \r\nD \t E\r\n\r\n\r\n', ' C \r\nD \t E\r\n'],
  ])('of the body %j', (text, expected) => {
    expect(simpleBody(Buffer.from(text)).toString()).toBe(expected)
  })
})
