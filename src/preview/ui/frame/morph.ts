/**
 * Turns one document into another by changing only what differs, so that pictures, the scroll position and a
 * selection stay.
 */
export function morph(old: Document, fresh: Document): void {
  sameAttributes(old.documentElement, fresh.documentElement)
  morphChildren(old.head, fresh.head)
  sameAttributes(old.body, fresh.body)
  morphChildren(old.body, fresh.body)
}

function morphChildren(old: Node, fresh: Node): void {
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
    if (was !== undefined && is !== undefined) morphNode(was, is)
  }
  for (const node of before.slice(common, endBefore)) node.remove()
  const next = before[endBefore] ?? null
  for (const node of after.slice(common, endAfter)) old.insertBefore(adopted(old, node), next)
}

function same(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b)
}

function morphNode(old: ChildNode, fresh: ChildNode): void {
  if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) {
    old.replaceWith(adopted(old, fresh))
  } else if (isElement(old) && isElement(fresh)) {
    sameAttributes(old, fresh)
    morphChildren(old, fresh)
  } else if (old.nodeValue !== fresh.nodeValue) {
    old.nodeValue = fresh.nodeValue
  }
}

/** The document takes the node over, as its parser made it. */
function adopted(place: Node, node: Node): Node {
  return place.ownerDocument?.adoptNode(node) ?? node
}

/** Nodes of a frame are instances of its own classes, so `instanceof` does not know them. */
function isElement(node: Node): node is Element {
  return node.nodeType === 1
}

function sameAttributes(old: Element, fresh: Element): void {
  for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name)) old.removeAttribute(name)
  for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value) setAttribute(old, name, value)
}

/** Names that a parser takes and a script may not write are left out: they mean nothing to a browser. */
function setAttribute(element: Element, name: string, value: string): void {
  try {
    element.setAttribute(name, value)
  } catch {
    // Such as an attribute named `"` after a misplaced quote.
  }
}
