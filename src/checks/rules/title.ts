import { finding } from '../finding.ts'
import { wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const title = defineRule('GZ-K403', function* (context) {
  const [element] = context.elements('title')
  const words = element === undefined ? '' : wordsOf(context.document, element)
  const subject = context.input.issue.subject.replaceAll(/\s+/g, ' ').trim()
  if (words === subject) return
  const place = element === undefined || words === '' ? context.input.template.main : context.placeOf(element, '<mj-title', '<title')
  const message = words === '' ? 'the message has no title' : `the title is "${words}" and the subject "${subject}"`
  yield finding('GZ-K403', message, place, { hint: 'write <mj-title>{{issue.subject}}</mj-title>' })
})
