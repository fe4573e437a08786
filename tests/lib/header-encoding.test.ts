import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { HeaderValueError, mailbox, mailboxField, textField } from '../../src/lib/header-encoding.ts'

async function subjectOf(field: string): Promise<string | undefined> {
  return (await PostalMime.parse(`${field}\r\nx`)).subject
}

describe('textField', () => {
  it.each([
    'Cranes, tides and a quiet library',
    'Grüße aus Köln – “neu”',
    'כותרת בעברית עם מילים רבות מאוד כדי שתישבר לכמה שורות בכותרת ההודעה',
    '今週の港だより：クレーンと潮の満ち引き、そして静かな図書館について',
    '😀👩‍👧‍👦 emoji '.repeat(12).trim(),
    'A subject in plain English that is quite a bit longer than one line of a header may be, so that it is folded',
    `${'x'.repeat(500)} word`,
    'looks like =?UTF-8?Q?encoded?= but is not',
    'a (comment), "quotes" <angles>; and @ signs',
    '',
  ])('says the same to a mail reader: %s', async (subject) => {
    const field = textField('Subject', subject)
    expect(field).toMatch(/^[\r\n -~]*$/)
    expect(field.endsWith('\r\n')).toBe(true)
    expect(Math.max(...field.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
    expect((await subjectOf(field)) ?? '').toBe(subject)
  })

  it('keeps each encoded word whole: at most 75 characters, no character split', () => {
    const words = textField('Subject', 'é€😀'.repeat(60)).match(/=\?.*?\?=/g) ?? []
    expect(words.length).toBeGreaterThan(3)
    for (const word of words) {
      expect(word.length).toBeLessThanOrEqual(75)
      expect(Buffer.from(word.slice(10, -2), 'base64').toString()).not.toContain('\ufffd')
    }
  })

  it.each(['a\r\nBcc: x@y.example', 'a\nb', 'a\rb', 'a\0b'])('refuses %j', (subject) => {
    expect(() => textField('Subject', subject)).toThrow(HeaderValueError)
  })
})

describe('mailbox', () => {
  it.each([
    [undefined, 'a@b.example', 'a@b.example'],
    ['Harbour Review', 'a@b.example', 'Harbour Review <a@b.example>'],
    ['Review, The "Harbour"', 'a@b.example', '"Review, The \\"Harbour\\"" <a@b.example>'],
    ['Ada Ö', 'a@b.example', '=?UTF-8?Q?Ada_=C3=96?= <a@b.example>'],
    ['', 'a@bücher.example', 'a@xn--bcher-kva.example'],
    ['Ada', 'ä@bücher.example', 'Ada <ä@xn--bcher-kva.example>'],
  ])('%s <%s>', (name, address, expected) => {
    expect(mailbox(name, address, 4)).toBe(expected)
  })

  it.each([
    ['Ada\r\nBcc: x', 'a@b.example'],
    [undefined, 'a@b.example\r\nBcc: x@y.example'],
    [undefined, 'a b@c.example'],
    [undefined, 'nobody'],
  ])('refuses %j <%j>', (name, address) => {
    expect(() => mailbox(name, address, 4)).toThrow(HeaderValueError)
  })

  it('keeps a sender to ASCII, since replies come from anywhere', () => {
    expect(() => mailboxField('From', undefined, 'ä@b.example')).toThrow(HeaderValueError)
  })

  it('folds a long name', async () => {
    const name = 'Ünïcode Åssociation for the Advancement of Ëxtremely Long Display Names in Mail Headers'
    const field = mailboxField('From', name, 'a@b.example')
    expect(Math.max(...field.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
    expect((await PostalMime.parse(`${field}\r\nx`)).from).toMatchObject({ name, address: 'a@b.example' })
  })
})
