import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { linkName } from '../link-name.ts'
import { targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const linkPlaceholder = defineRule('GZ-L003', function* (context) {
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    if (linkKind(href).kind === 'placeholder') yield finding('GZ-L003', `the link "${linkName(context, link)}" leads to "${href}"`, targetPlace(context, link))
  }
})
