/** A colour in sRGB, each channel from 0 to 255, and its opacity from 0 to 1. */
export interface Colour {
  red: number
  green: number
  blue: number
  alpha: number
}

export const white: Colour = { red: 255, green: 255, blue: 255, alpha: 1 }
export const black: Colour = { red: 0, green: 0, blue: 0, alpha: 1 }

/** The 16 colours of HTML 4 and those that newsletters use besides; others are not guessed at. */
const names: Record<string, string> = {
  aqua: '0ff', black: '000', blue: '00f', cyan: '0ff', fuchsia: 'f0f', gray: '808080', green: '008000', grey: '808080',
  lime: '0f0', magenta: 'f0f', maroon: '800000', navy: '000080', olive: '808000', orange: 'ffa500', purple: '800080',
  red: 'f00', silver: 'c0c0c0', teal: '008080', white: 'fff', yellow: 'ff0', beige: 'f5f5dc', brown: 'a52a2a',
  coral: 'ff7f50', crimson: 'dc143c', darkblue: '00008b', darkgray: 'a9a9a9', darkgreen: '006400', darkgrey: 'a9a9a9',
  darkred: '8b0000', dimgray: '696969', dimgrey: '696969', gold: 'ffd700', indigo: '4b0082', ivory: 'fffff0',
  khaki: 'f0e68c', lavender: 'e6e6fa', lightblue: 'add8e6', lightgray: 'd3d3d3', lightgreen: '90ee90',
  lightgrey: 'd3d3d3', pink: 'ffc0cb', plum: 'dda0dd', royalblue: '4169e1', salmon: 'fa8072', slategray: '708090',
  snow: 'fffafa', steelblue: '4682b4', tan: 'd2b48c', tomato: 'ff6347', turquoise: '40e0d0', whitesmoke: 'f5f5f5',
}

/**
 * Reads a CSS colour or the value of a `bgcolor` attribute.
 *
 * @returns nothing for what is not a colour of a known notation
 */
export function parseColour(text: string): Colour | undefined {
  const value = text.trim().toLowerCase()
  if (value === 'transparent') return { red: 0, green: 0, blue: 0, alpha: 0 }
  const hex = /^#?([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/.exec(value)?.[1]
  if (hex !== undefined && (value.startsWith('#') || hex.length === 6)) return fromHex(hex)
  const named = Object.hasOwn(names, value) ? names[value] : undefined
  if (named !== undefined) return fromHex(named)
  const call = /^(rgba?|hsla?)\((.*)\)$/.exec(value)
  return call === null ? undefined : fromCall(call[1] ?? '', (call[2] ?? '').split(/[\s,/]+/).filter((part) => part !== ''))
}

/** The first colour among the words of a value such as that of `background`. */
export function findColour(value: string): Colour | undefined {
  for (const word of value.match(/[a-z]+\([^)]*\)|[^\s,]+/gi) ?? []) {
    const colour = word.startsWith('url') ? undefined : parseColour(word)
    if (colour !== undefined) return colour
  }
  return undefined
}

/** A colour as it appears on an opaque one. */
export function blend(top: Colour, bottom: Colour): Colour {
  const mix = (over: number, under: number): number => over * top.alpha + under * (1 - top.alpha)
  return { red: mix(top.red, bottom.red), green: mix(top.green, bottom.green), blue: mix(top.blue, bottom.blue), alpha: 1 }
}

/** Contrast of two opaque colours from 1 to 21 (WCAG 2.2, contrast ratio). */
export function contrast(a: Colour, b: Colour): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

/** `#rrggbb`. */
export function hexOf(colour: Colour): string {
  return `#${[colour.red, colour.green, colour.blue].map((channel) => Math.round(channel).toString(16).padStart(2, '0')).join('')}`
}

/** Relative luminance from 0 to 1 (WCAG 2.2). */
export function luminance(colour: Colour): number {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
}

/** A channel from 0 to 255 without the curve of sRGB, from 0 to 1. */
export function linear(channel: number): number {
  const value = channel / 255
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
}

function fromHex(hex: string): Colour {
  const full = hex.length <= 4 ? hex.replaceAll(/./g, '$&$&') : hex
  const channel = (at: number): number => Number.parseInt(full.slice(at, at + 2), 16)
  return { red: channel(0), green: channel(2), blue: channel(4), alpha: full.length === 8 ? channel(6) / 255 : 1 }
}

function fromCall(name: string, parts: readonly string[]): Colour | undefined {
  const [first = '', second = '', third = '', last] = parts
  const alpha = last === undefined ? 1 : fraction(last, 1)
  if (name.startsWith('rgb')) {
    const channels = [first, second, third].map((part) => fraction(part, 255))
    if (channels.some(Number.isNaN)) return undefined
    return { red: channels[0] ?? 0, green: channels[1] ?? 0, blue: channels[2] ?? 0, alpha }
  }
  const hue = Number.parseFloat(first)
  const saturation = fraction(second, 1)
  const lightness = fraction(third, 1)
  if ([hue, saturation, lightness].some(Number.isNaN)) return undefined
  const channel = (offset: number): number => {
    const k = (offset + hue / 30 + 120) % 12
    return 255 * (lightness - saturation * Math.min(lightness, 1 - lightness) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return { red: channel(0), green: channel(8), blue: channel(4), alpha }
}

/** A number, or a percentage of `whole`. */
function fraction(text: string, whole: number): number {
  const number = Number.parseFloat(text)
  return text.endsWith('%') ? (number / 100) * whole : number
}
