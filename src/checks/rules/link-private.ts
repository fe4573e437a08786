import { isPrivateHost } from '../../lib/private-address.ts'
import { type Finding, finding, type Spot } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const linkPrivate = defineRule('GZ-L104', function* (context) {
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const kind = linkKind(href)
    if (kind.kind === 'web' && isPrivateHost(kind.url.hostname)) yield privateFinding(href, targetPlace(context, link))
  }
})

/** The finding about a link that only works on the sender's own machine or network. */
export function privateFinding(href: string, place: Spot, reason = 'readers cannot reach it'): Finding {
  return finding('GZ-L104', `${href} leads into a private network: ${reason}`, place, { hint: 'link to a public address; with --network, --allow-host opens a host for the check' })
}
