import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

export const subjectMissing = defineRule('GZ-K102', function* (context) {
  if (context.input.issue.subject.trim() === '') yield finding('GZ-K102', 'the issue has no subject', context.issuePlace('subject'))
})
