import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const linkAddress = defineRule('GZ-L001', function* (context) {
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const kind = linkKind(href)
    if (kind.kind === 'malformed') {
      yield finding('GZ-L001', `"${href}" is no address: ${kind.reason}`, targetPlace(context, link), kind.better === undefined ? {} : { hint: `did you mean ${kind.better}?` })
    }
  }
})
