import { decodeHTMLAttribute } from 'entities'
import type { Attribute } from './document.ts'

/** A start tag as it stands in the source. */
export interface StartTag {
  tag: string
  attributes: Attribute[]
  /** Written `<br />`. */
  selfClosing: boolean
  end: number
}

const name = /[a-zA-Z][^\s/>]*/y
const attributeName = /[^\s/>=][^\s/>=]*/y
const unquoted = /[^\s>]*/y
const space = /[\s/]*/y
const equals = /\s*=\s*/y

/**
 * Reads a start tag by the rules of the HTML tokenizer (WHATWG HTML 13.2.5.8 to 13.2.5.39), lower case names.
 *
 * @param at offset of the `<`
 * @returns nothing when no tag starts there
 */
export function readStartTag(source: string, at: number): StartTag | undefined {
  const tag = match(name, source, at + 1)
  if (tag === '') return undefined
  const attributes: Attribute[] = []
  let position = at + 1 + tag.length
  for (;;) {
    const gap = match(space, source, position)
    position += gap.length
    if (position >= source.length) return { tag: tag.toLowerCase(), attributes, selfClosing: false, end: source.length }
    if (source[position] === '>') {
      return { tag: tag.toLowerCase(), attributes, selfClosing: gap.endsWith('/'), end: position + 1 }
    }
    const attribute = readAttribute(source, position)
    attributes.push(attribute)
    position = attribute.end
  }
}

/** Reads an attribute that starts at an offset where neither space nor the end of the tag stands. */
function readAttribute(source: string, start: number): Attribute {
  const written = match(attributeName, source, start) || source.charAt(start)
  const afterName = start + written.length
  const sign = match(equals, source, afterName)
  if (sign === '') return { name: written.toLowerCase(), value: '', start, end: afterName, valueStart: afterName, valueEnd: afterName }
  const opening = afterName + sign.length
  const quote = source[opening]
  const quoted = quote === '"' || quote === "'"
  const valueStart = quoted ? opening + 1 : opening
  const valueEnd = quoted ? indexOrEnd(source, quote, valueStart) : valueStart + match(unquoted, source, valueStart).length
  const raw = source.slice(valueStart, valueEnd)
  return {
    name: written.toLowerCase(),
    value: raw.includes('&') ? decodeHTMLAttribute(raw) : raw,
    start,
    end: Math.min(quoted ? valueEnd + 1 : valueEnd, source.length),
    valueStart,
    valueEnd,
  }
}

function match(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(source)?.[0] ?? ''
}

function indexOrEnd(source: string, text: string, from: number): number {
  const found = source.indexOf(text, from)
  return found === -1 ? source.length : found
}
