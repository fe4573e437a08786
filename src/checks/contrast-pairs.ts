import type { CheckContext } from './context.ts'
import { blend, type Colour, contrast, hexOf } from './css/colour.ts'
import type { Looks } from './css/computed.ts'
import type { ElementNode } from './html/document.ts'
import { nodesOf } from './html/query.ts'

/** A stretch of text that is too faint. */
export interface FaintText {
  /** Element around the text. */
  element: ElementNode
  /** Element that sets the colour; the place to mend it. */
  source: ElementNode
  colour: Colour
  background: Colour
  contrast: number
  needed: number
}

/**
 * Text whose contrast is below what WCAG 2.2 asks for.
 *
 * @param change what a client makes of the two colours; left out, they are shown as they are
 * @param leeway part of the needed contrast that is enough; for colours that are only roughly known
 */
export function* faintText(context: CheckContext, looks: Looks, change?: (colour: Colour, role: 'text' | 'background') => Colour, leeway = 1): Generator<FaintText> {
  const seen = new Set<string>()
  for (const node of nodesOf(context.document.root)) {
    if (node.kind !== 'text' || silent.has(node.parent.tag) || !/\S/.test(plain(context.document.source.slice(node.start, node.end)))) continue
    const element = node.parent
    const { colour, background, fontSize, bold, hidden, colourFrom } = looks.of(element)
    if (hidden || background === undefined || fontSize < 2) continue
    const shown = change === undefined ? { colour, background } : { colour: change(colour, 'text'), background: change(background, 'background') }
    const text = blend(shown.colour, shown.background)
    const actual = contrast(text, shown.background)
    const needed = fontSize >= 24 || (bold && fontSize >= 18.66) ? 3 : 4.5
    const source = colourFrom ?? element
    const key = `${hexOf(text)} ${hexOf(shown.background)} ${needed} ${source.index}`
    // Rounded as people read it: 4.496 is 4.5 to everybody.
    if (Math.round(actual * 100) / 100 >= needed * leeway || seen.has(key)) continue
    seen.add(key)
    yield { element, source, colour: text, background: shown.background, contrast: actual, needed }
  }
}

const silent = new Set(['style', 'script', 'title', 'head'])

/** Without the spaces that are written as references. */
function plain(text: string): string {
  return text.replaceAll(/&(?:nbsp|#160|#xa0|zwnj|#8204|#847|#8199|#65279|shy|#173|emsp|ensp|thinsp);?|\p{Cf}|\p{Zs}|\u034f/giu, '')
}
