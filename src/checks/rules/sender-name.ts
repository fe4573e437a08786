import { finding, settingSpot } from '../finding.ts'
import { defineRule } from '../rule.ts'

export const senderName = defineRule('GZ-K110', function* ({ input }) {
  const from = input.headers.find(([name]) => name.toLowerCase() === 'from')?.[1]
  if (from !== undefined && /^\s*<?[^\s<>"]+@[^\s<>]+>?\s*$/.test(from)) {
    yield finding('GZ-K110', `inboxes show the bare address ${input.newsletter.from.address}`, settingSpot('from', 'name'))
  }
})
