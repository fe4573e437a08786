import { finding } from '../finding.ts'
import { attributeOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const justified = defineRule('GZ-K413', function* (context) {
  for (const element of context.document.elements) {
    const written = attributeOf(element, 'style') !== undefined || attributeOf(element, 'align') !== undefined || attributeOf(element, 'class') !== undefined
    if (!written || context.light.of(element).textAlign !== 'justify') continue
    const parent = element.parent
    if (parent !== undefined && context.light.of(parent).textAlign === 'justify') continue
    yield finding('GZ-K413', 'the text is justified', context.placeOf(element, 'justify', 'align'))
  }
})
