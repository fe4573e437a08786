import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

export const importantSpace = defineRule('GZ-K307', function* (context) {
  for (const { declarations, sheet } of context.rules) {
    for (const { important, start, end } of declarations) {
      const text = context.document.source.slice(start, end)
      if (!important || /\s!important$/.test(text)) continue
      yield finding('GZ-K307', `${text}: Outlook reads !important only in lower case and after a space`, context.placeOfRule(sheet.element, text))
    }
  }
})
