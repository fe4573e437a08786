import { cohesion } from './cohesion.ts'
import { type Line, looksLikeHeading, wordsIn } from './lines.ts'

/** Words that make a stretch of text an article. */
const enough = 60
/** Cohesion below which two stretches are two articles, when something else parts them as well. */
const unrelated = 0.12
/** Boilerplate that sites print below an article. */
const endings = new Set<Line['kind']>(['comments', 'legal', 'source', 'related', 'newsletter', 'navigation'])

/**
 * Where a text plainly holds several articles run together, the indexes of the lines at which each begins. A cut needs
 * a sign between the two (a block of leftovers, a rule, a title with a byline) and articles on both sides that have
 * next to no words in common.
 *
 * @returns the index of the first line, and of each further beginning; one entry when it is one article
 */
export function findArticles(lines: readonly Line[]): number[] {
  const starts = [0]
  for (const cut of candidates(lines)) {
    const start = starts.at(-1) ?? 0
    const before = prose(lines.slice(start, cut))
    const after = prose(lines.slice(cut))
    if (wordsIn(before) < enough || wordsIn(after) < enough) continue
    // What comes next decides, not the end of a long file.
    if (cohesion(before, firstWords(after, wordsIn(before) * 2)) < unrelated) starts.push(cut)
  }
  return starts
}

function candidates(lines: readonly Line[]): number[] {
  const cuts: number[] = []
  for (let index = 1; index < lines.length; index++) {
    if (isLeftover(lines[index])) continue
    const gap = gapBefore(lines, index)
    const marks = gap.filter((line) => line.kind !== undefined)
    const ended = marks.some((line) => endings.has(line.kind)) && marks.length >= 2
    const ruled = marks.some((line) => line.kind === 'divider' || line.kind === 'source') && gap.length > 1
    if (ended || ruled || startsWithTitle(lines, index) || isTopHeading(lines[index], index)) cuts.push(index)
  }
  return cuts
}

function isLeftover(line: Line | undefined): boolean {
  return line === undefined || line.text === '' || line.kind !== undefined
}

/** The blank and boilerplate lines right above a line. */
function gapBefore(lines: readonly Line[], index: number): Line[] {
  let start = index
  while (start > 0 && isLeftover(lines[start - 1])) start--
  return lines.slice(start, index)
}

/** A title with a byline or a date below it. */
function startsWithTitle(lines: readonly Line[], index: number): boolean {
  const line = lines[index]
  if (line === undefined || !looksLikeHeading(line.text, 25) || (lines[index - 1]?.text ?? '') !== '') return false
  const next = lines.slice(index + 1, index + 4).filter((other) => other.text !== '')
  return next.slice(0, 2).some((other) => other.kind === 'byline')
}

function isTopHeading(line: Line | undefined, index: number): boolean {
  return index > 0 && /^# \S/.test(line?.text ?? '')
}

function prose(lines: readonly Line[]): string {
  return lines
    .filter((line) => line.kind === undefined)
    .map((line) => line.text)
    .join('\n')
}

function firstWords(text: string, count: number): string {
  return text.split(/\s+/).slice(0, count).join(' ')
}
