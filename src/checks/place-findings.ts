import type { Place } from '../diagnostics/diagnostic.ts'
import type { ElementOrigin, Finding } from './finding.ts'

/** Finds the author's places of what findings are about. */
export interface Places {
  /** The template's main file, for what the template does not write itself. */
  main: Place
  element: (origin: ElementOrigin) => Place | undefined
  text: (hints: readonly string[]) => Place
  setting: (path: readonly string[]) => Place
}

/** Puts places to findings that name only an element of the message or a setting. */
export function placeFindings(findings: readonly Finding[], places: Places): Finding[] {
  return findings.map((finding) => {
    const { origin } = finding
    if (origin === undefined) return finding
    if ('setting' in origin) return { ...finding, ...places.setting(origin.setting) }
    if ('inText' in origin) return { ...finding, ...places.text(origin.inText) }
    return { ...finding, ...(places.element(origin) ?? places.main) }
  })
}

/** Whether the place of an element is still to be found, which costs a second rendering. */
export function needTemplate(findings: readonly Finding[]): boolean {
  return findings.some(({ origin }) => origin !== undefined && 'element' in origin)
}
