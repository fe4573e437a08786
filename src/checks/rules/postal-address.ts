import { finding, settingSpot } from '../finding.ts'
import { wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const postalAddress = defineRule('GZ-K004', function* ({ input, document }) {
  const address = input.newsletter.postalAddress
  if (address === undefined) {
    yield finding('GZ-K004', 'newsletter.yaml has no postalAddress', settingSpot(), { hint: 'add postalAddress: name, street, town' })
    return
  }
  const plain = (text: string): string => text.replaceAll(/[\s,;·|•]+/g, ' ').trim().toLowerCase()
  const wanted = plain(address)
  if (!plain(wordsOf(document, document.root)).includes(wanted)) {
    yield finding('GZ-K004', 'the message does not show the postal address', input.template.main, { hint: 'show {{newsletter.postalAddress}} in the footer of the template' })
  } else if (!plain(input.text).includes(wanted)) {
    yield finding('GZ-K004', 'the plain text does not show the postal address', input.template.text, { hint: 'show {{newsletter.postalAddress}} at the end of text.hbs' })
  }
})
