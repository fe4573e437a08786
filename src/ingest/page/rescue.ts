import { boilerplateKind } from '../boilerplate/lines.ts'
import { ancestorsOf, attribute, type PageElement } from './dom.ts'
import { placeOf, regionOf } from './place.ts'
import type { Run } from './runs.ts'

/**
 * Adds the runs that were left out of an article although they stand among its paragraphs: short paragraphs, lists,
 * code, cells and quotes, which Readability drops when a count of commas or links goes against them.
 *
 * @param runs every run of the page, in reading order
 * @param kept the article so far
 * @returns the article with what was rescued, in reading order
 */
export function rescue(runs: readonly Run[], kept: readonly Run[]): Run[] {
  const region = regionOf(kept)
  const first = kept[0]
  const last = kept.at(-1)
  if (region === undefined || first === undefined || last === undefined) return [...kept]
  const chosen = new Set(kept)
  const holders = new Set<PageElement>()
  for (const run of kept) {
    for (const above of ancestorsOf(run.element)) {
      holders.add(above)
      if (above === region) break
    }
  }
  const sections = new Set([...holders].filter((element) => element.parentNode === region).map(shapeOf))
  for (const run of runs) {
    if (chosen.has(run) || !isWithin(run, region)) continue
    const among = (run.id > first.id && run.id < last.id) || standsWith(run, holders, region) || sections.has(sectionOf(run, region))
    if (among && readsAsText(run)) chosen.add(run)
  }
  return headings(runs, chosen, region)
}

function isWithin(run: Run, region: PageElement): boolean {
  for (const above of ancestorsOf(run.element)) if (above === region) return true
  return run.element === region
}

/** Whether the run's parent, or its list or table, is beside paragraphs that were kept. */
function standsWith(run: Run, holders: ReadonlySet<PageElement>, region: PageElement): boolean {
  const place = placeOf(run)
  const block = place.list ?? place.table ?? place.quote ?? run.element
  const parent = block.parentNode
  return parent !== null && (parent === region || holders.has(parent))
}

/** Tag and classes of a part of the page; empty for one without classes, which says nothing. */
function shapeOf(element: PageElement): string {
  const names = attribute(element, 'class') ?? ''
  return names === '' && element.tagName !== 'SECTION' ? '' : `${element.tagName} ${names}`
}

/** The shape of the part of the region that a run is in. Parts of one shape are parts of one text. */
function sectionOf(run: Run, region: PageElement): string {
  for (const above of ancestorsOf(run.element)) if (above.parentNode === region) return shapeOf(above) || 'none'
  return 'none'
}

function readsAsText(run: Run): boolean {
  const place = placeOf(run)
  if (place.figure !== undefined || place.heading > 0) return false
  if (boilerplateKind(run.text) !== undefined) return false
  if (place.code) return true
  if (place.list !== undefined || place.table !== undefined) return run.linked < 0.5
  return run.linked < 0.35 && (run.text.length >= 40 || /[.!?…:"”’。！？]$/u.test(run.text))
}

/** A heading comes back when a paragraph that was kept follows it directly. */
function headings(runs: readonly Run[], chosen: ReadonlySet<Run>, region: PageElement): Run[] {
  const result: Run[] = []
  let follows = false
  for (const run of runs.toReversed()) {
    if (chosen.has(run)) {
      result.push(run)
      follows = true
    } else if (follows && placeOf(run).heading > 1 && run.linked < 0.5 && isWithin(run, region)) {
      if (boilerplateKind(run.text) === undefined) result.push(run)
    } else {
      follows = false
    }
  }
  return result.toReversed()
}
