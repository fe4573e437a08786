import { finding } from '../finding.ts'
import { wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const mainHeading = defineRule('GZ-K404', function* (context) {
  const [first, ...others] = context.elements('h1')
  if (first === undefined) yield finding('GZ-K404', 'the message has no h1', context.input.template.main)
  for (const other of others) {
    yield finding('GZ-K404', `"${wordsOf(context.document, other)}" is another h1`, context.placeOf(other, '<h1'))
  }
})
