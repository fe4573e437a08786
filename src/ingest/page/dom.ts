import { parseHTML } from 'linkedom'
import { limitDepth } from './depth.ts'

/** The part of a DOM node that extraction needs; the project is not compiled against a browser's types. */
export interface PageNode {
  nodeType: number
  parentNode: PageElement | null
  firstChild: PageNode | null
  nextSibling: PageNode | null
  textContent: string | null
  cloneNode: (deep: boolean) => PageNode
  remove: () => void
}

export interface PageElement extends PageNode {
  /** Upper case. */
  tagName: string
  outerHTML: string
  attributes: Iterable<{ name: string; value: string }>
  getAttribute: (name: string) => string | null
  setAttribute: (name: string, value: string) => void
  hasAttribute: (name: string) => boolean
  querySelector: (selector: string) => PageElement | null
  querySelectorAll: (selector: string) => Iterable<PageElement>
  append: (...nodes: PageNode[]) => void
  insertBefore: (node: PageNode, before: PageNode | null) => unknown
}

export interface PageDocument extends PageNode {
  documentElement: PageElement
  head: PageElement
  body: PageElement
  createElement: (name: string) => PageElement
  querySelector: (selector: string) => PageElement | null
  querySelectorAll: (selector: string) => Iterable<PageElement>
}

/** Deeper than any page that is read by people, shallow enough for code that calls itself. */
const deepest = 250

/**
 * Parses a page or a piece of one. What HTML lets an author leave out (`html`, `head`, `body`) is there afterwards,
 * which linkedom does not see to by itself.
 */
export function parsePage(html: string): PageDocument {
  // A page goes on after a stray `</body>`, as it does in a browser.
  const source = limitDepth(html.replaceAll('\u0000', '').replace(/<\/(body|html)\s*>/gi, ''), deepest)
  const whole = /<html[\s>]/i.test(source) ? source : `<!doctype html><html><head></head><body>${source}</body></html>`
  const { document } = parseHTML(whole) as unknown as { document: PageDocument }
  repairBody(document)
  return document
}

const headOnly = new Set(['TITLE', 'META', 'LINK', 'BASE', 'SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE'])

/** Moves what stands outside the body, because a tag was left out, into it. */
function repairBody(document: PageDocument): void {
  const root = document.documentElement
  const { body } = document
  const strays = childrenOf(root).filter((node) => node !== document.head && node !== body)
  const inHead = childrenOf(document.head)
  const firstFlow = inHead.findIndex((node) => (isElement(node) ? !headOnly.has(node.tagName) : hasText(node)))
  if (firstFlow >= 0) strays.unshift(...inHead.slice(firstFlow))
  const before = strays.filter((node) => isElement(node) || hasText(node))
  if (before.length === 0) return
  const first = body.firstChild
  for (const node of before) body.insertBefore(node, first)
}

function hasText(node: PageNode): boolean {
  return node.nodeType === 3 && (node.textContent ?? '').trim() !== ''
}

export function isElement(node: PageNode | null): node is PageElement {
  return node?.nodeType === 1
}

export function isText(node: PageNode): boolean {
  return node.nodeType === 3
}

/** The children as a list of its own, safe to change the tree over. */
export function childrenOf(node: PageNode): PageNode[] {
  const list: PageNode[] = []
  for (let child = node.firstChild; child !== null; child = child.nextSibling) list.push(child)
  return list
}

/** The elements above a node, the nearest first. */
export function* ancestorsOf(node: PageNode): Generator<PageElement> {
  for (let above = node.parentNode; isElement(above); above = above.parentNode) yield above
}

/** An attribute without surrounding space; undefined when absent or empty. */
export function attribute(element: PageElement | null, name: string): string | undefined {
  const value = element?.getAttribute(name)?.trim()
  return value === undefined || value === '' ? undefined : value
}

/** The text of a node on one line; a line break counts as a space. */
export function textOf(node: PageNode | null): string {
  if (node === null) return ''
  if (!isElement(node) || node.querySelector('br') === null) return collapse(node.textContent ?? '')
  const pieces: string[] = []
  const waiting = childrenOf(node).toReversed()
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (isText(next)) pieces.push(next.textContent ?? '')
    else if (isElement(next) && next.tagName === 'BR') pieces.push(' ')
    else for (const child of childrenOf(next).toReversed()) waiting.push(child)
  }
  return collapse(pieces.join(''))
}

/** Runs of white space become one space; the ends are trimmed; invisible characters go. */
export function collapse(text: string): string {
  return text.replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g, '').replace(/[\s\u0000-\u001f\u007f-\u009f]+/g, ' ').trim()
}
