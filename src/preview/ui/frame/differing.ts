/**
 * The elements in which two versions of a message differ: the innermost ones, since the messages of two recipients
 * are laid out alike.
 *
 * @param a root of the first
 * @param b root of the second
 */
export function differing(a: HTMLElement, b: HTMLElement): [HTMLElement, HTMLElement][] {
  if (a.isEqualNode(b)) return []
  const [children, others] = [[...a.children], [...b.children]] as [HTMLElement[], HTMLElement[]]
  const isAlike = children.length === others.length && children.every((child, index) => child.tagName === others[index]?.tagName)
  if (!isAlike || ownText(a) !== ownText(b) || attributesOf(a) !== attributesOf(b)) return [[a, b]]
  return children.flatMap((child, index) => {
    const other = others[index]
    return other === undefined ? [] : differing(child, other)
  })
}

function ownText(element: HTMLElement): string {
  return [...element.childNodes].filter((node) => node.nodeType === 3).map((node) => node.nodeValue).join('\0')
}

function attributesOf(element: HTMLElement): string {
  return [...element.attributes].map(({ name, value }) => `${name}=${value}`).toSorted().join('\0')
}
