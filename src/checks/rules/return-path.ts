import { finding, settingSpot } from '../finding.ts'
import { domainOf } from '../headers.ts'
import { defineRule } from '../rule.ts'

export const returnPath = defineRule('GZ-K703', function* ({ input }) {
  const { from: sender, delivery } = input.newsletter
  const from = domainOf(sender.address)
  const path = domainOf(delivery.returnPath ?? '')
  if (from === undefined || path === undefined || aligned(from, path)) return
  yield finding('GZ-K703', `the sender is at ${from} and bounces go to ${path}`, settingSpot('delivery', 'returnPath'))
})

/** Relaxed alignment (RFC 7489, 3.1.2), without a list of public suffixes: one is the other or below it, or both share their last two labels. */
function aligned(one: string, other: string): boolean {
  const organisation = (domain: string): string => domain.split('.').slice(-2).join('.')
  return one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`) || (one.split('.').length > 2 && organisation(one) === organisation(other))
}
