import type { Finding as Check } from '../../checks/finding.ts'
import { finding, settingSpot, type Spot } from '../../checks/finding.ts'
import { domainOf } from '../../checks/headers.ts'
import type { Newsletter } from '../../config/newsletter.ts'
import type { Code } from '../../diagnostics/catalogue.ts'
import type { CheckNote, FurtherCheck } from '../check.ts'
import { checkDns, type DnsQuestion } from '../doctor/dns.io.ts'
import type { Finding as Answer } from '../doctor/finding.ts'

/** The code of what is wrong with each kind of record. */
const codes: Record<string, Code> = { SPF: 'GZ-K711', DMARC: 'GZ-K712', DKIM: 'GZ-K713', MX: 'GZ-K714' }

/**
 * Looks up SPF, the DKIM key and the DMARC policy under which a newsletter is sent. What is right is said as well,
 * with what it means.
 */
export function dnsCheck(question: Pick<DnsQuestion, 'dkimSelector' | 'server'>): FurtherCheck {
  return async ({ newsletter }, found) => {
    const answers = await checkDns(questionOf(newsletter, question))
    const wrong = answers.flatMap((answer) => wrongOf(answer, newsletter))
    return { findings: [...found, ...wrong], notes: answers.flatMap(noteOf) }
  }
}

function questionOf({ from, delivery }: Newsletter, { dkimSelector, server }: Pick<DnsQuestion, 'dkimSelector' | 'server'>): DnsQuestion {
  const domain = domainOf(from.address) ?? ''
  const returnDomain = domainOf(delivery.returnPath ?? '') ?? domain
  const selector = dkimSelector ?? delivery.dkim?.selector
  return {
    domain,
    returnDomain,
    dkimDomain: delivery.dkim?.domain ?? domain,
    ...(selector === undefined ? {} : { dkimSelector: selector }),
    ...(server === undefined ? {} : { server }),
  }
}

function wrongOf({ subject, verdict, text, remedy }: Answer, newsletter: Newsletter): Check[] {
  const code = codes[subject]
  if (code === undefined || verdict === 'ok' || verdict === 'note') return []
  return [finding(code, text, placeOf(subject, newsletter), remedy === undefined ? {} : { hint: remedy })]
}

function placeOf(subject: string, { delivery }: Newsletter): Spot {
  if (subject === 'SPF' && delivery.returnPath !== undefined) return settingSpot('delivery', 'returnPath')
  if (subject === 'DKIM' && delivery.dkim !== undefined) return settingSpot('delivery', 'dkim')
  return settingSpot('from', 'address')
}

function noteOf({ subject, verdict, text, meaning }: Answer): CheckNote[] {
  if (verdict !== 'ok' && verdict !== 'note') return []
  return [{ subject, text, ...(meaning === undefined ? {} : { meaning }) }]
}
