import { describe, expect, test } from 'vitest'
import { evaluateConditionals, holds, wordFeatures } from '../../../src/checks/html/conditional.ts'

const seen = (html: string): string => evaluateConditionals(html, wordFeatures).replaceAll(/\s+/g, ' ').trim()

describe('conditional comments as Word reads them', () => {
  test.each([
    ['mso', true],
    ['!mso', false],
    ['mso | IE', true],
    ['IE', false],
    ['gte mso 9', true],
    ['lt mso 12', false],
    ['lte mso 11', false],
    ['mso 16', true],
    ['mso 12', false],
    ['(gte mso 9)|(IE)', true],
    ['(gt mso 14)&(lt mso 16)', false],
    ['!(IE)', true],
    ['vml', true],
    ['!vml', false],
    ['true', true],
    ['gibberish', false],
    ['', false],
  ])('%s is %s', (condition, expected) => {
    expect(holds(condition, wordFeatures)).toBe(expected)
  })

  test('shows blocks for Outlook and hides those for others', () => {
    expect(seen('a<!--[if mso]>b<![endif]-->c<!--[if !mso]><!-->d<!--<![endif]-->e')).toBe('a b c e')
    expect(seen('a<![if !mso]>b<![endif]>c')).toBe('a c')
    expect(seen('<!--[if IE]>x<![endif]--><!--[if mso | IE]>y<![endif]-->')).toBe('y')
  })

  test('handles one block inside another', () => {
    expect(seen('<!--[if mso]>a<!--[if lt mso 12]>b<![endif]-->c<![endif]-->d')).toBe('a c d')
  })

  test('leaves ordinary comments alone', () => {
    expect(seen('a<!-- note -->b')).toBe('a<!-- note -->b')
  })

  test('keeps every offset and line', () => {
    const html = 'a\n<!--[if !mso]><!-->\nb\n<!--<![endif]-->\nc'
    const word = evaluateConditionals(html, wordFeatures)
    expect(word).toHaveLength(html.length)
    expect(word.split('\n')).toHaveLength(html.split('\n').length)
    expect(word.indexOf('c')).toBe(html.indexOf('c'))
  })
})
