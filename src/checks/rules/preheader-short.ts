import { finding } from '../finding.ts'
import { lengthOf } from '../inbox-limits.ts'
import { defineRule } from '../rule.ts'

/** Characters below which every inbox has room for more. */
const enough = 30

export const preheaderShort = defineRule('GZ-K105', function* (context) {
  const length = lengthOf(context.input.issue.preheader.trim())
  if (length > 0 && length < enough) {
    yield finding('GZ-K105', `the preheader has only ${length} characters`, context.issuePlace('preheader'), { hint: 'inboxes go on with the first words of the message' })
  }
})
