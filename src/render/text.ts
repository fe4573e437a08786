import { wrap } from '../lib/wrap.ts'

/** Columns of the plain-text part; quoted once or twice in replies it still fits 80. */
const width = 72

/**
 * Makes the plain-text part tidy after its template has been filled in: no space at the ends of lines, never more than
 * one empty line, lines of at most 72 columns where words allow it.
 */
export function layOutText(expanded: string): string {
  const tidy = expanded
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return `${wrap(tidy, width)}\n`
}
