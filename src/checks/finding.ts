import type { Code, Diagnostic, Place } from '../diagnostics/diagnostic.ts'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { remedies } from './remedies.ts'

/** A change of a content file that mends a finding, at the place that the finding names. */
export type Fix =
  /** Text to replace on the line. */
  | { kind: 'replace'; find: string; replace: string }
  /** A key to write into the front matter. */
  | { kind: 'key'; key: string; value: string }

/**
 * Something in the finished HTML whose place in the template is still to be found. Finding it costs a second
 * rendering, which only issues with findings pay for.
 */
export interface ElementOrigin {
  /** Number of the element in the order of the HTML. */
  element: number
  /** Texts to look for in the source of the element, the best first: an attribute's name, a property, a value. */
  hints: readonly string[]
  /** For a style sheet, the text of the rule or declaration. */
  style?: string
}

/** A setting of newsletter.yaml, by its keys from the top; the nearest one around it when it is not written. */
export interface SettingOrigin {
  setting: readonly string[]
}

/** A place in the template of the plain text, by what stands there; the first of the texts that is found counts. */
export interface TextOrigin {
  inText: readonly string[]
}

/** What a finding is about, where its place is still to be looked up. */
export type Origin = ElementOrigin | SettingOrigin | TextOrigin

/** Where a finding is: known, or to be looked up. */
export type Spot = Place | Origin

/** A diagnostic, with the change that would mend it where that is safe. */
export interface Finding extends Diagnostic {
  fix?: Fix
  /** Set when the finding is about an element of the message or a setting. */
  origin?: Origin
}

/** Makes a finding; its severity is the catalogue's until the settings say otherwise, its hint the usual remedy unless one is given. */
export function finding(code: Code, message: string, spot: Spot, more: { hint?: string; fix?: Fix | undefined } = {}): Finding {
  const { hint = remedies[code], fix } = more
  const made: Finding = diagnostic(code, message, { ...(isPlace(spot) ? spot : {}), ...(hint === undefined ? {} : { hint }) })
  if (fix !== undefined) made.fix = fix
  if (!isPlace(spot)) made.origin = spot
  return made
}

/** Whether the author's place is known already. */
export function isPlace(spot: Spot): spot is Place {
  return 'file' in spot
}

/** The place of a setting of newsletter.yaml. */
export function settingSpot(...setting: string[]): SettingOrigin {
  return { setting }
}
