import type { Finding } from '../../protocol.ts'
import { locateStories, type Sought } from './stories.ts'

/** Something in the message that the page points at. */
export interface Mark {
  kind: 'loss' | 'difference' | Finding['severity']
  /** The element itself, where it is known. */
  target?: HTMLElement
  /** Number of the element, or of what was lost. */
  element?: number
  /** Slug of the story. */
  story?: string
  /** The one that is chosen in the panel. */
  chosen: boolean
}

export interface Box {
  top: number
  left: number
  width: number
  height: number
}

/** Where the marks are in a message; those of things that are not to be seen in it are left out. */
export function markBoxes(page: Document, stories: readonly Sought[], marks: readonly Mark[]): { mark: Mark; box: Box }[] {
  const places = marks.some(({ story }) => story !== undefined) ? locateStories(page, stories) : new Map<string, HTMLElement>()
  return marks.flatMap((mark) => {
    const element = markedElement(page, places, mark)
    if (element === undefined || element.getClientRects().length === 0) return []
    const box = boxOf(element)
    return box.width === 0 || box.height === 0 ? [] : [{ mark, box }]
  })
}

/** The element that a mark is about. */
export function markedElement(page: Document, places: ReadonlyMap<string, HTMLElement>, { kind, element, story, target }: Mark): HTMLElement | undefined {
  if (target !== undefined) return target
  if (element !== undefined) {
    const selector = kind === 'loss' ? `[data-gazette-lost~="${element}"]` : `[data-gazette-element="${element}"]`
    return page.querySelector<HTMLElement>(selector) ?? undefined
  }
  return story === undefined ? undefined : places.get(story)
}

/** Place of an element in its document. */
export function boxOf(element: HTMLElement): Box {
  const { top, left, width, height } = element.getBoundingClientRect()
  const view = element.ownerDocument.defaultView
  return { top: top + (view?.scrollY ?? 0), left: left + (view?.scrollX ?? 0), width, height }
}

/** The finding that an element of the message belongs to: its own, or that of its nearest marked parent. */
export function findingAt(target: HTMLElement, findings: readonly Finding[]): Finding | undefined {
  const number = target.closest<HTMLElement>('[data-gazette-element]')?.dataset['gazetteElement']
  return number === undefined ? undefined : findings.find((finding) => finding.element === Number(number))
}
