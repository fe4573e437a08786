import { describe, expect, it } from 'vitest'
import { findTag, messageIdOf, recipientTag, taggedReturnPath } from '../../src/deliver/recipient-tag.ts'
import { parseUnsubscribeKeys, readUnsubscribeToken, unsubscribeToken, unsubscribeUrl } from '../../src/deliver/unsubscribe-token.ts'
import { base32 } from '../../src/lib/base32.ts'

describe('base32', () => {
  it.each([
    ['', ''],
    ['f', 'my'],
    ['fo', 'mzxq'],
    ['foo', 'mzxw6'],
    ['foob', 'mzxw6yq'],
    ['fooba', 'mzxw6ytb'],
    ['foobar', 'mzxw6ytboi'],
  ])('the example of RFC 4648: %j', (text, expected) => {
    expect(base32(Buffer.from(text))).toBe(expected)
  })
})

describe('a recipient tag', () => {
  const target = { issueId: 3, recipientId: 123_456 }
  const tag = recipientTag('secret', target)

  it('is the same every time, and another for everybody', () => {
    expect(recipientTag('secret', target)).toBe(tag)
    const tags = Array.from({ length: 1000 }, (_, recipientId) => recipientTag('secret', { issueId: 3, recipientId }))
    expect(new Set(tags).size).toBe(1000)
    expect(tag).toMatch(/^3-2n9c-[a-z2-7]{16}$/)
  })

  it('is found in a Message-ID and in a return path, whatever became of the case', () => {
    const id = messageIdOf('2026 w48!', tag, 'news.example')
    expect(id).toBe(`2026-w48-.${tag}@news.example`)
    expect(findTag('secret', `<${id}>`)).toEqual(target)
    const path = taggedReturnPath('bounces@news.example', tag)
    expect(path).toBe(`bounces+${tag}@news.example`)
    expect(findTag('secret', path.toUpperCase())).toEqual(target)
    expect(findTag('secret', `2026-w48-abc.${tag}@x.example`)).toEqual(target)
  })

  it('cannot be made up', () => {
    expect(findTag('other', tag)).toBeUndefined()
    expect(findTag('secret', tag.replace('2n9c', '2n9d'))).toBeUndefined()
    expect(findTag('secret', tag.slice(0, -1))).toBeUndefined()
    expect(findTag('secret', 'nothing here')).toBeUndefined()
  })

  it('stays within the 64 bytes of a local part', () => {
    const longest = recipientTag('secret', { issueId: 99_999, recipientId: 99_999_999 })
    expect(taggedReturnPath('newsletter-bounces@example.com', longest).split('@')[0]?.length).toBeLessThanOrEqual(64)
  })
})

describe('an unsubscribe token', () => {
  const keys = parseUnsubscribeKeys('0123456789abcdef0123456789abcdef')
  const who = { key: 'ana@example.com', issue: '2026-w48' }
  const token = unsubscribeToken(keys, who)

  it('says whom it is for to whoever has the key, and to nobody else', () => {
    expect(readUnsubscribeToken(keys, token)).toEqual(who)
    expect(token).not.toContain(Buffer.from('ana@').toString('base64url').slice(0, 4))
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('example')
    expect(readUnsubscribeToken(parseUnsubscribeKeys('fedcba9876543210fedcba9876543210'), token)).toBeUndefined()
  })

  it('is the same every time, and short enough for one line', () => {
    expect(unsubscribeToken(keys, who)).toBe(token)
    expect(unsubscribeUrl('https://news.example/u/{token}', token).length).toBeLessThan(100)
  })

  it('is worthless when a single bit is another', () => {
    const bytes = Buffer.from(token, 'base64url')
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const forged = Buffer.from(bytes)
      forged[bit >> 3] = (forged[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      expect(readUnsubscribeToken(keys, forged.toString('base64url'))).toBeUndefined()
    }
  })

  it.each(['', 'x', '!', token.slice(0, -1), token.slice(0, 20), `${token}A`, `${token}=`, 'A'.repeat(5000)])('refuses %j', (text) => {
    expect(readUnsubscribeToken(keys, text)).toBeUndefined()
  })

  it('works after the key was changed, for as long as the old one is listed', () => {
    const rotated = parseUnsubscribeKeys('2:new-secret-of-some-length,1:0123456789abcdef0123456789abcdef')
    expect(readUnsubscribeToken(rotated, token)).toEqual(who)
    const fresh = unsubscribeToken(rotated, who)
    expect(fresh).not.toBe(token)
    expect(readUnsubscribeToken(rotated, fresh)).toEqual(who)
    expect(readUnsubscribeToken(keys, fresh)).toBeUndefined()
  })

  it.each(['short', '', '1:0123456789abcdef01234567,1:another-secret-of-some-length', '0:0123456789abcdef01234567', '256:0123456789abcdef01234567'])(
    'needs better keys than %j',
    (text) => {
      expect(() => parseUnsubscribeKeys(text)).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: 'GZ-D006' })] }))
    },
  )
})
