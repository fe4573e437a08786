import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'

/** A whole number of an option. @throws {UsageError} */
export function integerOption(name: string, text: string, least: number, most: number): number {
  const value = /^\d{1,12}$/.test(text.trim()) ? Number(text) : NaN
  if (value >= least && value <= most) return value
  throw new UsageError([diagnostic('GZ-U004', `${name} takes a whole number from ${least} to ${most}, not ${text}`)])
}
