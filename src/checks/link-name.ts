import type { CheckContext } from './context.ts'
import type { ElementNode } from './html/document.ts'
import { descendantsOf, valueOf, wordsOf } from './html/query.ts'

/** What a screen reader calls a link: its aria-label, its words, or the alt text of its pictures. */
export function linkName(context: CheckContext, link: ElementNode): string {
  const label = valueOf(link, 'aria-label')?.trim() ?? ''
  if (label !== '') return label
  const words = wordsOf(context.document, link)
  if (words !== '') return words
  const alts = [...descendantsOf(link)].filter((child) => child.tag === 'img').map((child) => valueOf(child, 'alt')?.trim() ?? '')
  return alts.find((alt) => alt !== '') ?? valueOf(link, 'title')?.trim() ?? ''
}
