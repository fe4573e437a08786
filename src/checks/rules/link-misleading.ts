import { finding } from '../finding.ts'
import { valueOf, wordsOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { targetPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

const address = /^(?:https?:\/\/)?((?:[\p{L}\p{N}-]+\.)+\p{L}{2,})(?:[/:?#]\S*)?$/iu
const mail = /^[^\s@]+@([^\s@]+\.[^\s@]+)$/

export const linkMisleading = defineRule('GZ-L006', function* (context) {
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const words = wordsOf(context.document, link)
    const said = mail.exec(words)?.[1] ?? address.exec(words)?.[1]
    const kind = linkKind(href)
    const actual = kind.kind === 'web' ? kind.url.hostname : /^mailto:[^?]*@([^?]+)/i.exec(href)?.[1]
    if (said === undefined || actual === undefined || sameSite(said, actual)) continue
    yield finding('GZ-L006', `the text says ${words} and the link leads to ${actual}`, targetPlace(context, link))
  }
})

function sameSite(one: string, other: string): boolean {
  const [a, b] = [one, other].map((host) => host.toLowerCase().replace(/^www\./, ''))
  return a !== undefined && b !== undefined && (a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`))
}
