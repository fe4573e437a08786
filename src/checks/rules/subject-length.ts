import { finding } from '../finding.ts'
import { inboxLimits, lengthOf } from '../inbox-limits.ts'
import { defineRule } from '../rule.ts'

export const subjectLength = defineRule('GZ-K101', function* (context) {
  const { subject } = context.input.issue
  const limit = context.input.newsletter.checks.subject
  const length = lengthOf(subject)
  if (length <= limit) return
  const cut = inboxLimits.filter((inbox) => inbox.subject < length).map((inbox) => `${inbox.where} ${inbox.subject}`)
  const shown = `inboxes show about: ${cut.slice(0, 4).join(', ')}`
  const hint = context.input.issueFile.places.subject === undefined ? `it was made from the titles; write a \`subject\` of your own; ${shown}` : shown
  yield finding('GZ-K101', `the subject has ${length} characters, and the limit is ${limit}`, context.issuePlace('subject'), { hint })
})
