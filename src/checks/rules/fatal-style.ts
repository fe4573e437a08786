import { finding } from '../finding.ts'
import { attributeOf } from '../html/query.ts'
import { fatalColour, fatalStyle } from '../simulate/gmail.ts'
import { defineRule } from '../rule.ts'

export const fatalForGmail = defineRule('GZ-K203', function* (context) {
  for (const sheet of context.sheets) {
    const fatal = fatalStyle(sheet.nodes)
    if (fatal === undefined) continue
    const text = context.document.source.slice(fatal.start, fatal.end)
    yield finding('GZ-K203', `${fatal.what} makes Gmail drop the whole style sheet`, context.placeOfRule(sheet.element, text))
  }
  for (const element of context.document.elements) {
    if (attributeOf(element, 'style') === undefined) continue
    const fatal = context.inline.of(element).find((declaration) => fatalColour(declaration.value))
    if (fatal === undefined) continue
    yield finding('GZ-K203', `the colour in ${fatal.property}: ${fatal.value} makes Gmail drop the whole style attribute`, context.placeOf(element, fatal.value, fatal.property))
  }
})
