import { finding } from '../finding.ts'
import { gmailStyleLimit } from '../simulate/gmail.ts'
import { defineRule } from '../rule.ts'

export const styleLimit = defineRule('GZ-K202', function* (context) {
  const total = context.sheets.reduce((sum, sheet) => sum + sheet.text.length, 0)
  if (total <= gmailStyleLimit) return
  const longest = context.sheets.toSorted((a, b) => b.text.length - a.text.length)[0]
  const place = longest === undefined ? context.input.template.main : context.placeOfRule(longest.element, longest.text)
  yield finding('GZ-K202', `the style sheets have ${total} characters, and Gmail drops them all after ${gmailStyleLimit}`, place)
})
