import { diagnostic, type Diagnostic, type Place } from '../diagnostics/diagnostic.ts'
import type { Location, Program } from './ast.ts'
import { Handlebars } from './handlebars.ts'
import { preferValues } from './plain-names.ts'
import type { TemplateFile } from './template.ts'

/**
 * Parses one file of a template.
 *
 * @returns no program and a GZ-T002 when Handlebars cannot read it
 */
export function parseTemplate(file: TemplateFile): { program?: Program; diagnostics: Diagnostic[] } {
  try {
    const program = Handlebars.parse(withoutControls(file.source), { srcName: file.file }) as unknown as Program
    preferValues(program)
    return { program, diagnostics: [] }
  } catch (error) {
    return { diagnostics: [syntaxError(file, error)] }
  }
}

/** The place of a node of a file, as diagnostics count: both from 1. */
export function placeOf(file: string, loc: Location): Required<Place> {
  return { file, line: loc.start.line, column: loc.start.column + 1 }
}

/** The text of a line, for the diagnostics of files that may lie outside the newsletter's folder. */
export function lineOf(file: TemplateFile, line: number): string {
  return file.source.split(/\r\n|\r|\n/)[line - 1] ?? ''
}

/** Control characters mark places while a template is expanded, so none may come from elsewhere. */
function withoutControls(source: string): string {
  return source.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
}

function syntaxError(file: TemplateFile, error: unknown): Diagnostic {
  const { message, line, column } = unclosedTag(file.source) ?? unclosedBlock(file.source) ?? parserError(file, error)
  return diagnostic('GZ-T002', message, { file: file.file, line, column, sourceLine: lineOf(file, line) })
}

interface SyntaxProblem {
  message: string
  line: number
  column: number
}

/** What Handlebars said; some of its errors carry a place, the others say the line in their text and draw the column. */
function parserError(file: TemplateFile, error: unknown): SyntaxProblem {
  const text = error instanceof Error ? error.message : String(error)
  const [first = '', excerpt = '', caret = ''] = text.split('\n')
  const onLine = /^Parse error on line (\d+)/.exec(first)
  if (onLine === null) {
    const { lineNumber = 1, column = 0 } = error as { lineNumber?: number; column?: number }
    return { message: first.replace(/ - \d+:\d+$/, ''), line: lineNumber, column: column + 1 }
  }
  const line = Number(onLine[1])
  const before = excerpt.slice(0, caret.indexOf('^'))
  return { message: 'Handlebars cannot read the tag here', line, column: columnAfter(lineOf(file, line), before) }
}

/** The column after the longest end of `before` that stands on the line; Handlebars draws its caret there. */
function columnAfter(line: string, before: string): number {
  for (let start = 0; start < before.length; start++) {
    const found = line.lastIndexOf(before.slice(start))
    if (found !== -1) return found + before.length - start
  }
  return 1
}

/** Handlebars reads on into the next tag, or to the end, when one is not closed. */
function unclosedTag(source: string): SyntaxProblem | undefined {
  const readable = source.replace(/\{\{!--[\s\S]*?--\}\}/g, (comment) => comment.replace(/[^\n]/g, ' '))
  for (let open = readable.indexOf('{{'); open !== -1; ) {
    const next = readable.indexOf('{{', open + 3)
    const close = readable.indexOf('}}', open)
    if (close === -1 || (next !== -1 && next < close)) return at(source, open, 'the tag that starts here is not closed')
    open = next
  }
  return undefined
}

/** Handlebars reports a block that is never closed at the end of the file; this finds where it was opened. */
function unclosedBlock(source: string): SyntaxProblem | undefined {
  const open: { name: string; offset: number }[] = []
  const tags = /\\\{\{|\{\{!--[\s\S]*?--\}\}|\{\{![\s\S]*?\}\}|\{\{~?(#[*>]?|\/)\s*([^\s~}()|]+)/g
  for (const match of source.matchAll(tags)) {
    const [, sign, name = ''] = match
    if (sign === undefined) continue
    if (sign !== '/') open.push({ name, offset: match.index })
    else if (open.at(-1)?.name === name) open.pop()
    else return at(source, match.index, wrongClose(name, open.at(-1)?.name))
  }
  const last = open.at(-1)
  return last === undefined ? undefined : at(source, last.offset, `the block {{#${last.name}}} is not closed`)
}

function wrongClose(name: string, open: string | undefined): string {
  return open === undefined
    ? `{{/${name}}} closes a block that was not opened`
    : `{{/${name}}} stands where {{/${open}}} is due`
}

function at(source: string, offset: number, message: string): SyntaxProblem {
  const before = source.slice(0, offset).split('\n')
  return { message, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
