import { finding, settingSpot } from '../finding.ts'
import { domainOf } from '../headers.ts'
import { defineRule } from '../rule.ts'

const providers =
  /^(gmail\.com|googlemail\.com|(yahoo|ymail|rocketmail)\.\w+(\.\w+)?|(hotmail|outlook|live|msn)\.\w+(\.\w+)?|aol\.com|icloud\.com|me\.com|mac\.com|gmx\.\w+|web\.de|mail\.ru|yandex\.\w+|proton(mail)?\.\w+|qq\.com|163\.com|orange\.fr|free\.fr|laposte\.net|t-online\.de|libero\.it)$/

export const publicSender = defineRule('GZ-K709', function* ({ input }) {
  const domain = domainOf(input.newsletter.from.address) ?? ''
  if (providers.test(domain)) yield finding('GZ-K709', `receivers refuse newsletters from ${domain}`, settingSpot('from', 'address'))
})
