import { finding, settingSpot } from '../finding.ts'
import { headerOf } from '../headers.ts'
import { defineRule } from '../rule.ts'

export const oneClick = defineRule('GZ-K702', function* ({ input }) {
  if (headerOf(input, 'list-unsubscribe') === undefined) return
  const value = headerOf(input, 'list-unsubscribe-post')
  if (value?.trim() === 'List-Unsubscribe=One-Click') return
  const message = value === undefined ? 'the message has no List-Unsubscribe-Post header' : `List-Unsubscribe-Post must be List-Unsubscribe=One-Click, got ${value}`
  yield finding('GZ-K702', message, settingSpot('links', 'unsubscribe'))
})
