import type { Place } from '../diagnostics/diagnostic.ts'
import { innerPrograms, type ContentStatement, type Location, type Program, type Statement } from './ast.ts'

/**
 * Leads from the expanded text back to the template. Before a template is compiled, every statement that writes
 * something gets a mark in front of it; the marks are written along with the text and taken out of it afterwards,
 * which leaves a list of offsets with the place that each stretch came from.
 */
export interface LineMap {
  /** Where the character at an offset of the expanded text comes from; undefined when the text is empty. */
  placeAt: (offset: number) => Required<Place> | undefined
}

/** What a mark stands for. Lines count from 1, columns from 0. */
export interface Mark {
  file: string
  line: number
  column: number
  /** Whether the text after the mark was copied from the template, so that places move along with it. */
  copied: boolean
}

/** Neither stands in a template or in data: both are stripped of control characters. */
const open = '\u0001'
const close = '\u0002'

/** Marks every statement of a program in place. @param marks grows by the marks made */
export function mark(program: Program, file: string, marks: Mark[]): void {
  program.body = program.body.flatMap((statement) => {
    for (const inner of innerPrograms(statement)) mark(inner, file, marks)
    const found = markOf(statement, file)
    if (found === undefined) return [statement]
    const value = `${open}${marks.length.toString(36)}${close}`
    marks.push(found)
    return [{ type: 'ContentStatement', value, original: value, loc: statement.loc } satisfies Statement, statement]
  })
}

/**
 * Takes the marks out of expanded text.
 *
 * @param clean further replacements by a function of each stretch between two marks; offsets are counted after it
 */
export function unmark(
  expanded: string,
  marks: readonly Mark[],
  clean: (stretch: string) => string = (stretch) => stretch,
): { text: string; map: LineMap } {
  const starts: number[] = []
  const found: Mark[] = []
  let text = ''
  for (const piece of expanded.split(open)) {
    const end = piece.indexOf(close)
    const known = end === -1 ? undefined : marks[Number.parseInt(piece.slice(0, end), 36)]
    if (known !== undefined) {
      starts.push(text.length)
      found.push(known)
    }
    text += clean(piece.slice(end + 1))
  }
  return { text, map: { placeAt: (offset) => placeAt(text, starts, found, offset) } }
}

function placeAt(text: string, starts: number[], marks: Mark[], offset: number): Required<Place> | undefined {
  const index = Math.max(0, lastAtOrBefore(starts, offset))
  const start = starts[index]
  const from = marks[index]
  if (start === undefined || from === undefined) return undefined
  if (!from.copied) return { file: from.file, line: from.line, column: from.column + 1 }
  const lines = text.slice(start, Math.max(start, offset)).split('\n')
  const last = lines.at(-1)?.length ?? 0
  return {
    file: from.file,
    line: from.line + lines.length - 1,
    column: (lines.length === 1 ? from.column : 0) + last + 1,
  }
}

function lastAtOrBefore(sorted: readonly number[], value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) <= value) low = middle + 1
    else high = middle
  }
  return low - 1
}

function markOf(statement: Statement, file: string): Mark | undefined {
  if (statement.type === 'ContentStatement') {
    return statement.value === '' ? undefined : { file, ...startOf(statement), copied: true }
  }
  if (statement.type === 'MustacheStatement') return { file, ...statement.loc.start, copied: false }
  return undefined
}

/** Where the text of a statement starts in its file, after whitespace control took some of its beginning away. */
function startOf(statement: ContentStatement): Location['start'] {
  const { line, column } = statement.loc.start
  const taken = statement.original.length - statement.original.trimStart().length
  const left = statement.value.length - statement.value.trimStart().length
  const lines = statement.original.slice(0, Math.max(0, taken - left)).split('\n')
  const last = lines.at(-1)?.length ?? 0
  return { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last }
}
