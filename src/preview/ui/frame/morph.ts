/**
 * Turns one document into another by changing only what differs, so that pictures, the scroll position and a
 * selection stay.
 *
 * @returns nodes of the body with another text or picture; what only looks different is not among them
 */
export function morph(old: Document, fresh: Document): Node[] {
  sameAttributes(old.documentElement, fresh.documentElement)
  morphChildren(old.head, fresh.head, [])
  sameAttributes(old.body, fresh.body)
  const changed: Node[] = []
  morphChildren(old.body, fresh.body, changed)
  return changed
}

function morphChildren(old: Node, fresh: Node, changed: Node[]): void {
  const before = [...old.childNodes]
  const after = [...fresh.childNodes]
  let start = 0
  while (start < before.length && start < after.length && same(before[start], after[start])) start++
  let endBefore = before.length
  let endAfter = after.length
  while (endBefore > start && endAfter > start && same(before[endBefore - 1], after[endAfter - 1])) {
    endBefore--
    endAfter--
  }
  const common = Math.min(endBefore, endAfter)
  for (let index = start; index < common; index++) {
    const [was, is] = [before[index], after[index]]
    if (was !== undefined && is !== undefined) morphNode(was, is, changed)
  }
  if (common < endBefore) changed.push(old)
  for (const node of before.slice(common, endBefore)) node.remove()
  const next = before[endBefore] ?? null
  for (const node of after.slice(common, endAfter)) changed.push(old.insertBefore(adopted(old, node), next))
}

function same(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b)
}

function morphNode(old: ChildNode, fresh: ChildNode, changed: Node[]): void {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) {
    const node = adopted(old, fresh)
    old.replaceWith(node)
    changed.push(node)
  } else if (isElement(old) && isElement(fresh)) {
    if (sameAttributes(old, fresh)) changed.push(old)
    morphChildren(old, fresh, changed)
  } else if (old.nodeValue !== fresh.nodeValue) {
    old.nodeValue = fresh.nodeValue
    changed.push(old)
  }
}

/** The document takes the node over, as its parser made it. */
function adopted<Kind extends Node>(place: Node, node: Kind): Kind {
  return place.ownerDocument?.adoptNode(node) ?? node
}

/** Nodes of a frame are instances of its own classes, so `instanceof` does not know them. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

/** @returns whether it shows another picture */
function sameAttributes(old: Element, fresh: Element): boolean {
  const gone = [...old.attributes].filter(({ name }) => !fresh.hasAttribute(name))
  const other = [...fresh.attributes].filter(({ name, value }) => old.getAttribute(name) !== value)
  for (const { name } of gone) old.removeAttribute(name)
  for (const { name, value } of other) setAttribute(old, name, value)
  return other.some(({ name }) => name === 'src')
}

/** Names that a parser takes and a script may not write are left out: they mean nothing to a browser. */
function setAttribute(element: Element, name: string, value: string): void {
  try {
    element.setAttribute(name, value)
  } catch {
    // Such as an attribute named `"` after a misplaced quote.
  }
}
