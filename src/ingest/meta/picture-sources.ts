import { attribute, childrenOf, isElement, type PageElement } from '../page/dom.ts'

/** Where pages keep the address of a picture that a script loads when it comes into view. */
const lazy = ['data-src', 'data-lazy-src', 'data-original', 'data-full-src', 'data-hi-res-src']

/**
 * The addresses of a picture as the page writes them, the best first: what a script would load stands before the
 * placeholder in its place, and of a set of sizes the largest counts. AVIF, which few mail programs show, is left out.
 */
export function pictureSources(picture: PageElement): string[] {
  const plain = [...lazy, 'src'].map((name) => attribute(picture, name))
  const frame = picture.parentNode
  const others = frame?.tagName === 'PICTURE' ? childrenOf(frame).filter(isElement) : []
  const sets = [picture, ...others].flatMap((element) => [attribute(element, 'data-srcset'), attribute(element, 'srcset')]).map(largest)
  return [...plain, ...sets].filter((source): source is string => source !== undefined && !/^data:|\.avif(?:[?#]|$)/i.test(source))
}

/** The largest of a `srcset`, by width or by density. */
function largest(set: string | undefined): string | undefined {
  let best: { address: string; size: number } | undefined
  // A comma within an address is not followed by space (HTML, "srcset attributes").
  for (const one of set?.split(/,\s+/) ?? []) {
    const [address = '', size = '1x'] = one.trim().split(/\s+/)
    const value = Number.parseFloat(size)
    if (address !== '' && (best === undefined || value > best.size)) best = { address, size: value }
  }
  return best?.address
}
