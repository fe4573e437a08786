import type { Place } from '../../diagnostics/diagnostic.ts'

/** A helper of templates, with what the lint and the template guide need to know of it. */
export interface Helper {
  /** What it does, in one line. */
  about: string
  /** Its parameters in order; `repeats` may be given any number of times, `optional` ones may be left out. */
  params: readonly HelperParam[]
  /** What may follow as `name=value`, with what it means; `any` when every name is allowed. */
  options: Readonly<Record<string, string>> | 'any'
  returns: 'text' | 'flag'
  example: string
  run: (call: HelperCall) => string | boolean
}

export interface HelperParam {
  name: string
  optional?: true
  repeats?: true
}

/** One use of a helper while a template is expanded. */
export interface HelperCall {
  params: readonly unknown[]
  options: Readonly<Record<string, unknown>>
  run: HelperRun
  place: Place
}

/** What helpers know of the issue that is being expanded. */
export interface HelperRun {
  /** Language of the issue. */
  lang: string
  /** IANA name of the newsletter's time zone. */
  timezone: string
  /** Makes a slot and returns the token that stands for it. */
  slot: (field: string, fallback: string | undefined, place: Place) => string
}

/** A helper was given something it cannot work with. The message says what it takes. */
export class HelperError extends Error {}

/** A parameter as text; what is absent is empty. Rich text gives its plain words. */
export function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value === 'object' && 'text' in value && typeof value.text === 'string') return value.text
  throw new HelperError('takes text')
}

/** A parameter as a number. */
export function asNumber(value: unknown): number {
  if (typeof value === 'number') return value
  throw new HelperError('takes a number')
}
