import type { ElementNode } from '../html/document.ts'
import { descendantsOf, valueOf } from '../html/query.ts'
import type { View } from '../support/gaps.ts'
import type { Edits } from './edits.ts'

const boxes = new Set(['v:rect', 'v:roundrect', 'v:image', 'v:background'])

/** Shows the VML boxes that messages draw for Word as boxes a browser can draw; other Office markup goes. */
export function translateVml(view: View, edits: Edits): void {
  for (const element of view.document.elements) {
    if (boxes.has(element.tag)) swap(element, `<div style="${boxStyle(element)}">`, '</div>', edits)
    else if (element.tag === 'v:textbox') swap(element, '<div>', '</div>', edits)
    else if (element.tag === 'xml' || element.tag === 'noscript' || element.tag.startsWith('o:') || element.tag.startsWith('w:')) edits.replace(element.start, element.end, '')
    else if (element.tag.startsWith('v:')) edits.replace(element.start, element.openEnd, '')
  }
}

function swap(element: ElementNode, open: string, close: string, edits: Edits): void {
  edits.replace(element.start, element.openEnd, element.closeStart < element.end ? open : `${open}${close}`)
  if (element.closeStart < element.end) edits.replace(element.closeStart, element.end, close)
}

function boxStyle(element: ElementNode): string {
  const fill = [...descendantsOf(element)].find((child) => child.tag === 'v:fill')
  const colour = valueOf(element, 'fillcolor') ?? (fill === undefined ? undefined : valueOf(fill, 'color'))
  const picture = fill === undefined ? undefined : valueOf(fill, 'src')
  const filled = valueOf(element, 'fill') !== 'f' && valueOf(element, 'fill') !== 'false'
  const rounding = Number.parseFloat(valueOf(element, 'arcsize') ?? '')
  const stroked = !/^f/.test(valueOf(element, 'stroke') ?? valueOf(element, 'stroked') ?? '')
  const parts = [
    sizeOf(valueOf(element, 'style') ?? ''),
    filled && colour !== undefined ? `background-color:${colour}` : '',
    filled && picture !== undefined ? `background-image:url(${picture.replaceAll(/["'()\\]/g, encodeURIComponent)});background-size:cover` : '',
    Number.isNaN(rounding) ? '' : `border-radius:${Math.round(rounding / 2)}%`,
    stroked && valueOf(element, 'strokecolor') !== undefined ? `border:1px solid ${valueOf(element, 'strokecolor') ?? ''}` : '',
  ]
  return parts.filter((part) => part !== '').join(';').replaceAll('"', '')
}

/** Sizes are the part of a VML style that CSS shares; `mso-width-percent` is in thousandths. */
function sizeOf(style: string): string {
  const whole = /mso-width-percent:\s*1000/.test(style)
  const width = whole ? '100%' : /(?:^|;)\s*width:\s*([^;]+)/.exec(style)?.[1]
  const height = /(?:^|;)\s*height:\s*([^;]+)/.exec(style)?.[1]
  return [width === undefined ? '' : `width:${width}`, height === undefined ? '' : `min-height:${height}`].filter((part) => part !== '').join(';')
}
