import { ancestorsOf, type PageElement } from '../page/dom.ts'
import { namedAs } from '../page/names.ts'

const frames = new Set(['ASIDE', 'NAV', 'FOOTER'])
const wholes = new Set(['HTML', 'BODY', 'MAIN', 'ARTICLE'])

/** Whether an element is in a part of the page that is about other things: comments, a side bar, related articles. */
export function isBesides(element: PageElement): boolean {
  for (const above of [element, ...ancestorsOf(element)]) {
    if (frames.has(above.tagName)) return true
    if (!wholes.has(above.tagName) && namedAs(above) === 'furniture') return true
  }
  return false
}
