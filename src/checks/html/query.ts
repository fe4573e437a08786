import { decodeHTML } from 'entities'
import type { Attribute, ElementNode, HtmlDocument, Node } from './document.ts'

/** The attribute of a name, which is in lower case. */
export function attributeOf(element: ElementNode, name: string): Attribute | undefined {
  return element.attributes.find((attribute) => attribute.name === name)
}

/** The value of an attribute; nothing when the element lacks it. */
export function valueOf(element: ElementNode, name: string): string | undefined {
  return attributeOf(element, name)?.value
}

/** The parents of an element, the nearest first, without the document itself. */
export function* ancestorsOf(element: ElementNode): Generator<ElementNode> {
  for (let parent = element.parent; parent?.parent !== undefined; parent = parent.parent) yield parent
}

/** The nearest of an element and its parents that passes a test. */
export function closest(element: ElementNode, test: (candidate: ElementNode) => boolean): ElementNode | undefined {
  if (test(element)) return element
  for (const parent of ancestorsOf(element)) if (test(parent)) return parent
  return undefined
}

/** All nodes below an element, in the order of the source, however deep. */
export function* nodesOf(element: ElementNode): Generator<Node> {
  const waiting: Node[] = element.children.toReversed()
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    yield node
    if (node.kind === 'element') for (let at = node.children.length - 1; at >= 0; at--) waiting.push(node.children[at] as Node)
  }
}

/** The elements below an element. */
export function* descendantsOf(element: ElementNode): Generator<ElementNode> {
  for (const node of nodesOf(element)) if (node.kind === 'element') yield node
}

/** The words of a text node or of everything below an element, references decoded, white space as it stands. */
export function textOf(document: HtmlDocument, node: Node): string {
  if (node.kind === 'text') return decode(document.source.slice(node.start, node.end))
  if (node.kind === 'comment') return ''
  let text = ''
  for (const inner of nodesOf(node)) {
    if (inner.kind === 'text' && (inner.parent === node || !silent.has(inner.parent.tag))) text += decode(document.source.slice(inner.start, inner.end))
    else if (inner.kind === 'element' && breaking.has(inner.tag)) text += ' '
  }
  return text
}

/** The words of a node on one line. */
export function wordsOf(document: HtmlDocument, node: Node): string {
  return textOf(document, node).replaceAll(/[\s\u00a0]+/g, ' ').trim()
}

const silent = new Set(['style', 'script', 'title', 'template'])
const breaking = new Set('br p div td th tr table li ul ol h1 h2 h3 h4 h5 h6 hr blockquote section article'.split(' '))

function decode(text: string): string {
  return text.includes('&') ? decodeHTML(text) : text
}
