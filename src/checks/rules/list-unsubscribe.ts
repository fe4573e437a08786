import { finding, settingSpot } from '../finding.ts'
import { headerOf } from '../headers.ts'
import { defineRule } from '../rule.ts'

export const listUnsubscribe = defineRule('GZ-K701', function* ({ input }) {
  if (input.headers.length === 0) return
  const value = headerOf(input, 'list-unsubscribe')
  const place = settingSpot('links', 'unsubscribe')
  if (value === undefined) {
    yield finding('GZ-K701', 'the message has no List-Unsubscribe header', place, { hint: 'set links.unsubscribe in newsletter.yaml' })
  } else if (!/<https:\/\/[^<>\s]+>/i.test(value)) {
    yield finding('GZ-K701', `List-Unsubscribe has no https address in angle brackets: ${value}`, place)
  }
})
