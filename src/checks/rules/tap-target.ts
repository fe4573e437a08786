import type { CheckContext } from '../context.ts'
import { finding } from '../finding.ts'
import type { ElementNode } from '../html/document.ts'
import { valueOf, wordsOf } from '../html/query.ts'
import { pixelsOf } from '../css/text-style.ts'
import { defineRule } from '../rule.ts'

/** Pixels that a finger needs (WCAG 2.2, 2.5.5; Apple's and Google's guides). */
const needed = 44

export const tapTarget = defineRule('GZ-K414', function* (context) {
  for (const link of context.links) {
    const style = context.light.styleOf(link)
    if (!/^(inline-)?block$/.test(style.get('display') ?? '') || !style.has('background-color') || wordsOf(context.document, link) === '') continue
    const height = heightOf(context, link)
    if (height !== undefined && height < needed) {
      yield finding('GZ-K414', `the button "${wordsOf(context.document, link)}" is ${Math.round(height)} pixels high, and ${needed} are needed`, context.placeOf(link, 'inner-padding', 'padding'))
    }
  }
})

/** Height of a one-line button: its line, and padding above and below. */
function heightOf(context: CheckContext, link: ElementNode): number | undefined {
  const style = context.light.styleOf(link)
  const { fontSize, lineHeight } = context.light.of(link)
  const set = [style.get('height'), style.get('min-height'), link.parent === undefined ? undefined : valueOf(link.parent, 'height')]
  const fixed = Math.max(0, ...set.map((value) => (value === undefined ? 0 : (pixelsOf(value, fontSize) ?? 0))))
  const line = lineHeight === undefined ? fontSize * 1.2 : lineHeight.kind === 'pixels' ? lineHeight.value : lineHeight.value * fontSize
  const [top = '0', right = top, bottom = top] = (style.get('padding') ?? '0').split(/\s+/)
  const above = pixelsOf(style.get('padding-top') ?? top, fontSize)
  const below = pixelsOf(style.get('padding-bottom') ?? bottom, fontSize)
  if (above === undefined || below === undefined || right === '') return undefined
  return Math.max(fixed, line + above + below)
}
