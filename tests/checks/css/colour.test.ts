import { describe, expect, test } from 'vitest'
import { black, contrast, findColour, hexOf, parseColour, white } from '../../../src/checks/css/colour.ts'
import { darken } from '../../../src/checks/css/dark.ts'

const hex = (text: string): string | undefined => {
  const colour = parseColour(text)
  return colour === undefined ? undefined : hexOf(colour)
}

describe('colours', () => {
  test.each([
    ['#abc', '#aabbcc'],
    ['#A1B2C3', '#a1b2c3'],
    ['ffffff', '#ffffff'],
    ['Red', '#ff0000'],
    ['rgb(1, 2, 3)', '#010203'],
    ['rgb(10% 20% 30% / 50%)', '#1a334d'],
    ['rgba(255,0,0,.5)', '#ff0000'],
    ['hsl(120, 100%, 25%)', '#008000'],
    ['hsl(0 0% 50%)', '#808080'],
  ])('%s', (text, expected) => {
    expect(hex(text)).toBe(expected)
  })

  test.each(['', 'inherit', 'url(#fff)', '#12', 'rgb(x)', 'constructor'])('%j is none', (text) => {
    expect(parseColour(text)).toBeUndefined()
  })

  test('finds the colour in a background', () => {
    const found = findColour('url(red.png) no-repeat #fedcba')
    expect(found === undefined ? undefined : hexOf(found)).toBe('#fedcba')
  })

  test('contrast is that of WCAG', () => {
    expect(contrast(black, white)).toBeCloseTo(21, 5)
    expect(contrast(parseColour('#767676') ?? black, white)).toBeCloseTo(4.54, 2)
  })

  test('a dark screen turns paper dark and ink light, and partly leaves the rest', () => {
    expect(hexOf(darken(white, 'background', 'full'))).toBe('#212121')
    expect(hexOf(darken(black, 'text', 'full'))).toBe('#dbdbdb')
    expect(hexOf(darken(black, 'background', 'partial'))).toBe('#000000')
    expect(hexOf(darken(black, 'background', 'full'))).toBe('#dbdbdb')
    expect(hexOf(darken(white, 'text', 'partial'))).toBe('#ffffff')
  })
})
