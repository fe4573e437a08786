import { finding } from '../finding.ts'
import { valueOf, wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const ariaHidden = defineRule('GZ-K416', function* (context) {
  for (const element of context.document.elements) {
    if (valueOf(element, 'aria-hidden') !== 'true' || context.isHidden(element)) continue
    const words = wordsOf(context.document, element)
    // A dot or a dash between two words does no harm when it is read out.
    if (/[\p{L}\p{N}]/u.test(words)) yield finding('GZ-K416', `Yahoo reads out "${words.slice(0, 40)}" in spite of aria-hidden`, context.placeOf(element, 'aria-hidden'))
  }
})
