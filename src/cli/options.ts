import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { parseDuration } from '../lib/duration.ts'

/** A whole number of an option. @throws {UsageError} */
export function integerOption(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,12}$/.test(text.trim()) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new UsageError([diagnostic('GZ-U004', `${name} takes a whole number from ${least} to ${most}, not ${text}`)])
}

/** A number above 0 of an option. @throws {UsageError} */
export function positiveOption(name: string, text: string): number {
  const value = /^\d*\.?\d+$/.test(text.trim()) ? Number(text) : NaN
  if (value > 0) return value
  throw new UsageError([diagnostic('GZ-U004', `${name} takes a number above 0, not ${text}`)])
}

/** A length of time of an option, in milliseconds. @throws {UsageError} */
export function durationOption(name: string, text: string): number {
  const value = parseDuration(text)
  if (value !== undefined) return value
  throw new UsageError([diagnostic('GZ-U004', `${name} takes a length of time such as 90s, 15m, 2h or 7d, not ${text}`)])
}
