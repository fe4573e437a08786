import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { defineRule } from '../rule.ts'

export const linkAnchor = defineRule('GZ-L007', function* (context) {
  const names = new Set(context.document.elements.flatMap((element) => [valueOf(element, 'id'), element.tag === 'a' ? valueOf(element, 'name') : undefined]))
  for (const link of context.links) {
    const kind = linkKind(valueOf(link, 'href') ?? '')
    if (kind.kind === 'anchor' && !names.has(kind.name)) yield finding('GZ-L007', `nothing in the message is named ${kind.name}`, context.placeOf(link, 'href=', '<a'))
  }
})
