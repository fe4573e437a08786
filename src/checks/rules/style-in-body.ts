import { finding } from '../finding.ts'
import { closest } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const styleInBody = defineRule('GZ-K204', function* (context) {
  for (const { element } of context.sheets) {
    if (closest(element, (parent) => parent.tag === 'body') !== undefined) {
      yield finding('GZ-K204', 'Gmail does not read a style sheet in the body', context.placeOf(element, '<style'))
    }
  }
})
