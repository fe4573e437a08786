import { black, hexOf, white } from '../css/colour.ts'
import { darken, type ForcedDark } from '../css/dark.ts'
import { Looks } from '../css/computed.ts'
import { flatten, InlineStyles, styleSheetsOf } from '../css/styles.ts'
import type { ElementNode } from '../html/document.ts'
import { attributeOf, valueOf } from '../html/query.ts'
import { scanHtml } from '../html/scan.ts'
import { Edits } from './edits.ts'

/** Width at which colours are looked up; colours that change with the width are rare in messages. */
const width = 800

/**
 * A message whose colours were changed by a client for a dark screen. Works on computed colours: style sheets,
 * `bgcolor` and classes count as much as style attributes. Each element that sets a colour gets the changed one in
 * its style attribute.
 */
export function forcedDark(html: string, kind: ForcedDark): string {
  const document = scanHtml(html)
  const inline = new InlineStyles(document)
  const canvas = { colour: black, background: white }
  const looks = new Looks(document, flatten(styleSheetsOf(document)), inline, { width, dark: false }, canvas)
  const edits = new Edits()
  for (const element of document.elements) {
    const declarations = darkDeclarations(element, looks, kind)
    if (declarations !== '') addStyle(element, declarations, edits)
  }
  const root = `<style>html{background:${hexOf(darken(white, 'background', kind))};color:${hexOf(darken(black, 'text', kind))}}</style>`
  return edits.apply(html).text.replace(/<\/head>/i, `${root}</head>`)
}

function darkDeclarations(element: ElementNode, looks: Looks, kind: ForcedDark): string {
  const look = looks.of(element)
  const parts: string[] = []
  if (look.colourFrom === element) parts.push(`color:${hexOf(darken(look.colour, 'text', kind))} !important`)
  const own = looks.styleOf(element).get('background-color') ?? valueOf(element, 'bgcolor')
  // A background that is a picture keeps its picture; only the colour under it changes.
  if (own !== undefined && own !== 'transparent' && own !== 'none' && look.background !== undefined) {
    parts.push(`background-color:${hexOf(darken(look.background, 'background', kind))} !important`)
  }
  return parts.join(';')
}

function addStyle(element: ElementNode, declarations: string, edits: Edits): void {
  const style = attributeOf(element, 'style')
  if (style === undefined) edits.replace(element.start + 1 + element.tag.length, element.start + 1 + element.tag.length, ` style="${declarations}"`)
  else edits.replace(style.valueEnd, style.valueEnd, `;${declarations}`)
}
