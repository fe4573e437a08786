import { addressIn } from '../meta/address.ts'
import { plainText } from '../meta/entities.ts'
import type { XmlElement } from './xml.ts'

/** The children with one of these names, in their order. */
export function childrenNamed(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter((child) => names.includes(child.name))
}

/** The text of the first child with one of these names that has any; earlier names win. On one line, without marks. */
export function lineOf(element: XmlElement, ...names: string[]): string | undefined {
  for (const name of names) {
    for (const child of element.children) {
      const text = child.name === name ? plainText(wholeText(child)) : ''
      if (text !== '') return text
    }
  }
  return undefined
}

/** The text of an element with that of its children, as it is. */
function wholeText(element: XmlElement): string {
  if (element.children.length === 0) return element.text
  return [element.text, ...element.children.map(wholeText)].join(' ')
}

/**
 * What an element holds as HTML: escaped, in CDATA, or as elements of its own. What is said to be plain text is
 * escaped.
 *
 * @param source text of the whole document
 */
export function htmlOf(element: XmlElement, source: string): string | undefined {
  const { type = '' } = element.attributes
  const isPlain = type === 'text' || type === 'text/plain'
  const raw = element.children.length === 0 ? element.text : source.slice(element.from, element.to).replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
  const html = isPlain && element.children.length === 0 ? raw.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : raw
  return html.trim() === '' ? undefined : html
}

/** The address that the links of an element are relative to. */
export function baseOf(element: XmlElement, outer: string | undefined): string | undefined {
  const own = element.attributes['xml:base']
  return own === undefined ? outer : (addressIn(own, outer) ?? outer)
}
