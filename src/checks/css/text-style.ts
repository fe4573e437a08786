import type { ElementNode } from '../html/document.ts'

/** A line height as it is inherited: a multiple of each element's own font size, or fixed. */
export type LineHeight = { kind: 'multiple'; value: number } | { kind: 'pixels'; value: number }

/** Factors of the user agent's style sheet on the parent's font size. */
const sizes: Record<string, number> = { h1: 2, h2: 1.5, h3: 1.17, h4: 1, h5: 0.83, h6: 0.67, small: 0.83, big: 1.17, sub: 0.83, sup: 0.83 }

const boldTags = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'b', 'strong', 'th'])

/** Font size in CSS pixels. */
export function fontSizeOf(element: ElementNode, value: string | undefined, parent: number): number {
  if (value === undefined) return parent * (sizes[element.tag] ?? 1)
  return pixelsOf(value, parent) ?? parent
}

/** A length in CSS pixels; `em` and `%` are of `basis`. Nothing for what is not a length. */
export function pixelsOf(value: string, basis: number): number | undefined {
  const [, digits, unit] = /^(-?\d*\.?\d+)(px|pt|rem|em|%|)$/i.exec(value.trim()) ?? []
  if (digits === undefined) return undefined
  const number = Number(digits)
  switch (unit?.toLowerCase()) {
    case 'pt':
      return (number * 4) / 3
    case 'rem':
      return number * 16
    case 'em':
      return number * basis
    case '%':
      return (number / 100) * basis
    default:
      return number
  }
}

/**
 * Line height of an element (CSS 2.2, 10.8.1).
 *
 * @param value of `line-height`, undefined when the element does not set it
 * @param fontSize its own, in pixels
 * @param parent what it inherits
 * @returns undefined for `normal`, which is the client's choice
 */
export function lineHeightOf(value: string | undefined, fontSize: number, parent: LineHeight | undefined): LineHeight | undefined {
  if (value === undefined || value === 'inherit') return parent
  if (value === 'normal') return undefined
  if (/^\d*\.?\d+$/.test(value.trim())) return { kind: 'multiple', value: Number(value) }
  const pixels = pixelsOf(value, fontSize)
  return pixels === undefined ? parent : { kind: 'pixels', value: pixels }
}

/**
 * Whether text of an element is bold: from 600 on, as clients draw it.
 *
 * @param value of `font-weight`, undefined when the element does not set it
 * @param parent whether the element around it is
 */
export function boldOf(element: ElementNode, value: string | undefined, parent: boolean): boolean {
  if (value === undefined) return boldTags.has(element.tag) || parent
  if (/^\d+$/.test(value)) return Number(value) >= 600
  if (value === 'bold' || value === 'bolder') return true
  return value === 'inherit' ? parent : false
}

/** Whether a style takes an element out of sight, in one of the ways that messages use. */
export function hides(style: ReadonlyMap<string, string>): boolean {
  if (style.get('display') === 'none' || style.get('visibility') === 'hidden') return true
  const clipped = style.get('overflow') === 'hidden'
  const collapsed = ['max-height', 'height', 'font-size', 'width'].some((property) => /^0(px)?$/.test(style.get(property) ?? ''))
  return (clipped && (collapsed || style.get('height') === '1px')) || style.get('opacity') === '0'
}
