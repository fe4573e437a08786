import { finding, settingSpot } from '../finding.ts'
import { leadsOut, leavingAddress, saysLeaving } from '../leaving.ts'
import { defineRule } from '../rule.ts'

export const unsubscribeLink = defineRule('GZ-K003', function* (context) {
  const { input } = context
  const configured = leavingAddress(input)
  const place = configured === undefined ? settingSpot('links', 'unsubscribe') : undefined
  const hint = configured === undefined ? 'set links.unsubscribe in newsletter.yaml' : 'link to {{recipient "unsubscribeUrl"}} in the footer of the template'
  if (!context.links.some((link) => leadsOut(context, link))) {
    yield finding('GZ-K003', 'the message has no link to unsubscribe', place ?? input.template.main, { hint })
  } else if (!saysLeaving(input.text) && !(configured !== undefined && input.text.includes(configured))) {
    yield finding('GZ-K003', 'the plain text has no link to unsubscribe', place ?? input.template.text, { hint })
  }
})
