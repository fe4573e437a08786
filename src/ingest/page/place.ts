import { ancestorsOf, type PageElement } from './dom.ts'
import { isProse } from './prune.ts'
import type { Run } from './runs.ts'

/** Where in the structure of the page a run stands. */
export interface Place {
  /** 1 to 6 for a heading, else 0. */
  heading: number
  list?: PageElement
  table?: PageElement
  figure?: PageElement
  header?: PageElement
  quote?: PageElement
  code: boolean
}

/** Describes the place of a run within the article. */
export function placeOf(run: Run): Place {
  const place: Place = { heading: 0, code: false }
  for (const element of [run.element, ...ancestorsOf(run.element)]) {
    const { tagName } = element
    if (/^H[1-6]$/.test(tagName)) place.heading ||= Number(tagName[1])
    // The outermost list, the innermost table: a list is judged whole, a table may only lay out the page.
    else if (tagName === 'UL' || tagName === 'OL' || tagName === 'DL') place.list = element
    else if (tagName === 'TABLE') place.table ??= element
    else if (tagName === 'FIGURE') place.figure ??= element
    else if (tagName === 'HEADER' || tagName === 'HGROUP') place.header ??= element
    else if (tagName === 'BLOCKQUOTE') place.quote ??= element
    else if (tagName === 'PRE') place.code = true
  }
  return place
}

/** The smallest element that holds all prose of some runs; undefined when there is none. */
export function regionOf(runs: readonly Run[]): PageElement | undefined {
  const prose = runs.filter(isProse)
  const measured = prose.length > 0 ? prose : runs
  let common: PageElement[] | undefined
  for (const run of measured) {
    const path = [...ancestorsOf(run.element)].toReversed()
    if (common === undefined) {
      common = path
      continue
    }
    let shared = 0
    while (shared < common.length && common[shared] === path[shared]) shared++
    common.length = shared
  }
  return common?.at(-1)
}
