import { describe, expect, it } from 'vitest'
import { encodeQuotedPrintable } from '../../src/lib/quoted-printable.ts'

/** A decoder of the letter of RFC 2045. */
function decode(encoded: string): string {
  const bytes = encoded.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('encodeQuotedPrintable', () => {
  it.each([
    ['', ''],
    ['plain', 'plain'],
    ['a = b', 'a =3D b'],
    ['café', 'caf=C3=A9'],
    ['space ', 'space=20'],
    ['tab\t\nnext', 'tab=09\r\nnext'],
    ['a\r\nb\rc\nd', 'a\r\nb\r\nc\r\nd'],
    ['.dot\n.\n..', '=2Edot\r\n=2E\r\n=2E.'],
    ['From me\nFromage', '=46rom me\r\nFromage'],
  ])('%j', (text, expected) => {
    expect(encodeQuotedPrintable(text)).toBe(expected)
  })

  it('keeps lines within 75 columns and characters whole, whatever the text', () => {
    const alphabet = ['a', 'Z', ' ', '=', '.', '\n', 'é', '€', '😀', '👩‍👧', 'שלום', '\t', 'From ']
    let seed = 7
    const random = (): number => (seed = (seed * 48_271) % 2_147_483_647)
    for (let round = 0; round < 300; round++) {
      const text = Array.from({ length: random() % 400 }, () => alphabet[random() % alphabet.length]).join('')
      const encoded = encodeQuotedPrintable(text)
      const lines = encoded.split('\r\n')
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(76)
      expect(lines.filter((line) => !line.endsWith('=')).every((line) => line.length <= 75)).toBe(true)
      expect(encoded).toMatch(/^[\t\r\n -~]*$/)
      expect(lines.filter((line) => /^(\.|From )/.test(line) || /[ \t]$/.test(line))).toEqual([])
      expect(lines.filter((line) => /^=[89AB]/.test(line))).toEqual([])
      expect(decode(encoded)).toBe(text.replace(/\n/g, '\r\n'))
    }
  })

  it('breaks a word of 5,000 characters', () => {
    const word = 'x'.repeat(5000)
    expect(decode(encodeQuotedPrintable(word))).toBe(word)
  })
})
