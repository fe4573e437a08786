import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

export const preheaderMissing = defineRule('GZ-K103', function* (context) {
  if (context.input.issue.preheader.trim() !== '') return
  yield finding('GZ-K103', 'the issue has no preheader', context.issuePlace('preheader'), { hint: 'write one line that goes on where the subject stops' })
})
