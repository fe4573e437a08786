import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { storyOf, targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const linkTracking = defineRule('GZ-L004', function* (context) {
  const seen = new Set<string>()
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const kind = linkKind(href)
    if (kind.kind !== 'web' || seen.has(href)) continue
    seen.add(href)
    const written = storyOf(context, href)?.url ?? href
    const place = targetPlace(context, link)
    const names = [...kind.url.searchParams.keys()].map((name) => name.toLowerCase())
    const doubled = names.find((name, at) => /^utm_|clid$|^mc_/.test(name) && names.indexOf(name) !== at)
    if (doubled === undefined) continue
    const mended = withoutTracking(written, doubled)
    const fix = mended === written ? undefined : ({ kind: 'replace', find: written, replace: mended } as const)
    yield finding('GZ-L004', `${doubled} stands twice in ${href}`, place, { fix })
  }
})

/** Leaves the first of a parameter's values, in the author's own spelling of the rest. */
function withoutTracking(address: string, name: string): string {
  const [, start = '', query = '', end = ''] = /^([^?#]*\?)([^#]*)(.*)$/s.exec(address) ?? []
  let met = false
  const kept = query.split('&').filter((part) => {
    if (part.split('=')[0]?.toLowerCase() !== name) return true
    const first = !met
    met = true
    return first
  })
  return query === '' ? address : `${start}${kept.join('&')}${end}`
}
