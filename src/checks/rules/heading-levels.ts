import { finding } from '../finding.ts'
import { wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const headingLevels = defineRule('GZ-K405', function* (context) {
  let last = 0
  for (const heading of context.elements('h1', 'h2', 'h3', 'h4', 'h5', 'h6')) {
    const level = Number(heading.tag[1])
    if (last > 0 && level > last + 1) {
      yield finding('GZ-K405', `"${wordsOf(context.document, heading)}" is an h${level} after an h${last}`, context.placeOf(heading, `<${heading.tag}`))
    }
    last = level
  }
})
