import { type Finding, finding, type Spot } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const linkHttp = defineRule('GZ-L005', function* (context) {
  const seen = new Set<string>()
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const kind = linkKind(href)
    if (kind.kind !== 'web' || kind.url.protocol !== 'http:') continue
    const place = targetPlace(context, link)
    const key = `${href} ${JSON.stringify(place)}`
    if (!seen.has(key)) yield httpFinding(href, place)
    seen.add(key)
  }
})

/** The finding about a link that is not encrypted. */
export function httpFinding(href: string, place: Spot, hint = 'write https:// and see that the page answers'): Finding {
  const address = href.replace(/[?#].*$/s, '')
  return finding('GZ-L005', `${href} is not encrypted`, place, { hint, fix: { kind: 'replace', find: address, replace: address.replace(/^http:/i, 'https:') } })
}
