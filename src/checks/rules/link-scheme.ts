import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const linkScheme = defineRule('GZ-L002', function* (context) {
  for (const link of context.links) {
    const kind = linkKind(valueOf(link, 'href') ?? '')
    if (kind.kind === 'forbidden') yield finding('GZ-L002', `mail programs do not follow ${kind.scheme}: links`, targetPlace(context, link))
  }
})
