import { finding } from '../finding.ts'
import { nodesOf, wordsOf } from '../html/query.ts'
import { isSmallPrint } from '../leaving.ts'
import { defineRule } from '../rule.ts'

/** Nothing that a reader needs may be smaller. */
const smallest = 12

/** Characters from which on text counts as running text and not as a label. */
const running = 80

export const smallText = defineRule('GZ-K411', function* (context) {
  const limit = context.input.newsletter.checks.fontSize
  const seen = new Set<number>()
  for (const node of nodesOf(context.document.root)) {
    if (node.kind !== 'text' || node.parent.tag === 'title' || node.parent.tag === 'style') continue
    const { fontSize, hidden } = context.light.of(node.parent)
    if (hidden || fontSize >= limit || fontSize < 2 || seen.has(node.parent.index)) continue
    const words = wordsOf(context.document, node)
    const least = Math.min(smallest, limit)
    const needed = words.length < running || (fontSize >= least && isSmallPrint(context, node.parent)) ? least : limit
    if (words === '' || fontSize >= needed) continue
    seen.add(node.parent.index)
    yield finding('GZ-K411', `text of ${Math.round(fontSize * 10) / 10} pixels, where ${needed} are needed`, context.placeOf(node.parent, 'font-size'), { hint: `in "${words.slice(0, 40)}"` })
  }
})
