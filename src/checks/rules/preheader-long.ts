import { finding } from '../finding.ts'
import { lengthOf } from '../inbox-limits.ts'
import { defineRule } from '../rule.ts'

export const preheaderLong = defineRule('GZ-K104', function* (context) {
  const length = lengthOf(context.input.issue.preheader)
  const limit = context.input.newsletter.checks.preheader
  if (length > limit) yield finding('GZ-K104', `the preheader has ${length} characters, and the limit is ${limit}`, context.issuePlace('preheader'))
})
