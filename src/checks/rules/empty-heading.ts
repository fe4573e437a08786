import { finding } from '../finding.ts'
import type { ElementNode, Node } from '../html/document.ts'
import { descendantsOf, valueOf, wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const emptyHeading = defineRule('GZ-K002', function* (context) {
  const { document } = context
  const headings = context.elements('h1', 'h2', 'h3', 'h4', 'h5', 'h6')
  for (const [at, heading] of headings.entries()) {
    const words = wordsOf(document, heading)
    if (words === '' && !hasPicture(heading)) {
      yield finding('GZ-K002', `the heading <${heading.tag}> is empty`, context.placeOf(heading))
      continue
    }
    const next = headings[at + 1]
    // A heading may be followed by one of a lower rank; one of its own rank or a higher one ends what it announced.
    const ended = next !== undefined && next.tag <= heading.tag && heading.tag !== 'h1'
    if (ended && !contentBetween(context.document.root, heading, next, (node) => wordsOf(document, node) !== '')) {
      yield finding('GZ-K002', `nothing stands between the headings "${words}" and "${wordsOf(document, next)}"`, context.placeOf(heading))
    }
  }
})

function hasPicture(element: ElementNode): boolean {
  return [...descendantsOf(element)].some((child) => child.tag === 'img' && (valueOf(child, 'alt') ?? '') !== '')
}

/** Whether words or pictures stand after one element and before another. */
function contentBetween(root: ElementNode, first: ElementNode, second: ElementNode, speaks: (node: Node) => boolean): boolean {
  const visit = (element: ElementNode): boolean =>
    element.children.some((node) => {
      if (node.end <= first.end || node.start >= second.start) return false
      if (node.kind === 'text') return node.start >= first.end && speaks(node)
      if (node.kind !== 'element') return false
      return (node.tag === 'img' && node.start >= first.end) || visit(node)
    })
  return visit(root)
}
