import { contentFix, finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const linkHttp = defineRule('GZ-L005', function* (context) {
  const seen = new Set<string>()
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const kind = linkKind(href)
    if (kind.kind !== 'web' || kind.url.protocol !== 'http:' || seen.has(href)) continue
    seen.add(href)
    const place = targetPlace(context, link)
    const address = href.replace(/[?#].*$/s, '')
    yield finding('GZ-L005', `${href} is not encrypted`, place, { fix: contentFix(place, address, address.replace(/^http:/i, 'https:')) })
  }
})
