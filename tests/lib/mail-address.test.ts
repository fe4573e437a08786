import { describe, expect, it } from 'vitest'
import { parseAddress } from '../../src/lib/mail-address.ts'

const key = (text: string): string | undefined => {
  const parsed = parseAddress(text)
  return parsed.ok ? parsed.value.key : undefined
}

describe('parseAddress', () => {
  it('keeps the local part as written and lowers the domain', () => {
    expect(parseAddress('  Ana.Reader+news@Example.COM ')).toEqual({
      ok: true,
      value: { address: 'Ana.Reader+news@example.com', key: 'ana.reader+news@example.com', domain: 'example.com', utf8: false },
    })
  })

  it('turns a domain of any script into ASCII, so that both spellings are one recipient', () => {
    expect(key('leser@bücher.example')).toBe('leser@xn--bcher-kva.example')
    expect(key('leser@xn--bcher-kva.example')).toBe('leser@xn--bcher-kva.example')
    expect(key('reader@例え。テスト')).toBe('reader@xn--r8jz45g.xn--zckzah')
  })

  it('says when a server must speak SMTPUTF8', () => {
    expect(parseAddress('jürgen@example.com')).toMatchObject({ ok: true, value: { utf8: true } })
    expect(parseAddress('leser@bücher.example')).toMatchObject({ ok: true, value: { utf8: false } })
  })

  it('folds composed and decomposed letters', () => {
    expect(key('j\u00fcrgen@example.com')).toBe(key('ju\u0308rgen@example.com'))
  })

  it.each([
    ['', 'is empty'],
    ['reader', 'has no @'],
    ['@example.com', 'has nothing before the @'],
    ['reader@', 'has nothing after the @'],
    ['re ader@example.com', 'contains a space'],
    ['reader@exam ple.com', 'contains a space'],
    ['a@b@example.com', 'has more than one @'],
    ['.reader@example.com', 'has a dot too many before the @'],
    ['rea..der@example.com', 'has a dot too many before the @'],
    ['Reader <reader@example.com>', 'must be bare, such as reader@example.com'],
    ['"a b"@example.com', 'must be bare, such as reader@example.com'],
    ['a@x.example,b@y.example', 'must be bare, such as reader@example.com'],
    ['reader@[127.0.0.1]', 'must be bare, such as reader@example.com'],
    ['reader@127.0.0.1', 'has a number where the domain should be'],
    ['reader@example', 'has a domain without a dot'],
    ['reader@-example.com', 'has a domain that cannot exist'],
    ['reader@example..com', 'has a domain that cannot exist'],
    ['reader@ex%61mple.com', 'has a character after the @ that domains cannot have'],
    ['reader@exam_ple.com', 'has a character after the @ that domains cannot have'],
    [`${'a'.repeat(65)}@example.com`, 'has more than 64 bytes before the @'],
    [`a@${'b'.repeat(300)}.com`, 'is longer than 254 characters'],
    ['a@x.example\r\nBcc: evil@evil.example', 'contains a control character'],
    ['a\u0000@x.example', 'contains a control character'],
    ['a\u2028b@x.example', 'contains a control character'],
    ['a\u200bb@x.example', 'has a character before the @ that addresses cannot have'],
  ])('refuses %j', (text, reason) => {
    expect(parseAddress(text)).toEqual({ ok: false, reason })
  })

  it('takes time in proportion to nothing: a megabyte of text is refused at once', () => {
    expect(parseAddress(`${'a.'.repeat(500_000)}@example.com`)).toEqual({ ok: false, reason: 'is longer than 254 characters' })
  })
})
