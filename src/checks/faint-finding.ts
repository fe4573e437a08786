import type { Code } from '../diagnostics/diagnostic.ts'
import type { CheckContext } from './context.ts'
import type { FaintText } from './contrast-pairs.ts'
import { hexOf } from './css/colour.ts'
import { finding, type Finding } from './finding.ts'
import { wordsOf } from './html/query.ts'

/** The finding for text that is too faint. @param when a phrase that says on what screen, or nothing */
export function faintFinding(context: CheckContext, code: Code, faint: FaintText, when: string): Finding {
  const { colour, background, needed, source } = faint
  const own = context.inline.of(source).find((declaration) => declaration.property === 'color')
  const place = context.placeOf(source, 'color=', ...(own === undefined ? [] : [`color:${own.value}`, `color: ${own.value}`, own.value]))
  const words = wordsOf(context.document, faint.element).slice(0, 40)
  const message = `${hexOf(colour)} on ${hexOf(background)} has a contrast of ${faint.contrast.toFixed(2)}${when}, and ${needed} is needed`
  return finding(code, message, place, words === '' ? {} : { hint: `in "${words}"` })
}
