import { finding } from '../finding.ts'
import { closest, nodesOf, wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

const needed = 1.4

/** Text of fewer characters fits on one or two lines, where it does not matter. */
const running = 120

export const lineHeight = defineRule('GZ-K412', function* (context) {
  for (const node of nodesOf(context.document.root)) {
    if (node.kind !== 'text' || node.end - node.start < running || node.parent.tag === 'style') continue
    const { fontSize, lineHeight: line, hidden } = context.light.of(node.parent)
    if (hidden || line === undefined || closest(node.parent, (one) => /^h[1-6]$/.test(one.tag)) !== undefined) continue
    const ratio = line.kind === 'multiple' ? line.value : line.value / fontSize
    if (ratio >= needed - 0.005 || wordsOf(context.document, node).length < running) continue
    yield finding('GZ-K412', `running text has a line height of ${Math.round(ratio * 100) / 100}, and ${needed} is needed`, context.placeOf(node.parent, 'line-height'))
  }
})
