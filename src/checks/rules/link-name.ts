import { finding } from '../finding.ts'
import { descendantsOf, valueOf } from '../html/query.ts'
import { linkName } from '../link-name.ts'
import { linkPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

export const unnamedLink = defineRule('GZ-K418', function* (context) {
  for (const link of context.links) {
    const pictured = [...descendantsOf(link)].some((child) => child.tag === 'img')
    if (pictured || linkName(context, link) !== '' || context.isHidden(link)) continue
    yield finding('GZ-K418', `the link to ${valueOf(link, 'href') ?? ''} has no name`, linkPlace(context, link))
  }
})
