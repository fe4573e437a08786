import { type Line, readLines, wordsIn } from './lines.ts'
import { findArticles } from './split.ts'

/** An article of a Markdown text, as its author wrote it but for the leftovers of web pages. */
export interface MarkdownPiece {
  markdown: string
  /** The first heading of the first level, which is taken out of the text. */
  title?: string
  /** Line on which it begins, from 1. */
  line: number
}

/**
 * Takes leftovers of web pages out of Markdown: whole lines of share bars, forms and the like. Code stays as it is, and
 * so does all else that an author wrote.
 *
 * @param firstLine number of the first line of `body` in its file
 * @param split whether several articles in one text are cut apart
 */
export function readMarkdown(body: string, firstLine: number, split: boolean): { pieces: MarkdownPiece[]; starts: number[] } {
  const raw = body.split(/\r\n|\n|\r/)
  const lines = outsideCode(raw, readLines(raw.join('\n')))
  const starts = findArticles(lines)
  const cuts = split ? starts : [0]
  const pieces = cuts.map((start, index) => piece(raw, lines, start, cuts[index + 1] ?? lines.length, firstLine))
  return { pieces, starts: starts.map((start) => start + firstLine) }
}

/** Lines within fences and indented code are text, whatever they say. */
function outsideCode(raw: readonly string[], lines: readonly Line[]): Line[] {
  let fence: string | undefined
  return lines.map((line, index) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(raw[index] ?? '')?.[1]
    const inside = fence !== undefined || mark !== undefined || /^(?: {4}|\t)/.test(raw[index] ?? '')
    if (mark !== undefined && fence === undefined) fence = mark
    else if (mark !== undefined && fence !== undefined && mark.startsWith(fence)) fence = undefined
    return inside ? { number: line.number, text: line.text === '' ? '' : 'code' } : line
  })
}

const loose = new Set<Line['kind']>(['share', 'advert', 'related', 'newsletter', 'comments', 'legal', 'cookies', 'source', 'player', 'navigation'])

function piece(raw: readonly string[], lines: readonly Line[], start: number, end: number, firstLine: number): MarkdownPiece {
  const kept: string[] = []
  let title: string | undefined
  for (let index = start; index < end; index++) {
    const line = lines[index]
    const text = raw[index] ?? ''
    // A rule, a number or a dash alone is the author's; a line of words is judged as in any text.
    if (line?.kind !== undefined && loose.has(line.kind) && wordsIn(line.text) > 0) continue
    const heading = title === undefined && line?.text !== 'code' ? /^ {0,3}#[ \t]+(.+?)[ \t#]*$/.exec(text)?.[1] : undefined
    if (heading === undefined) kept.push(text)
    else title = heading
  }
  const markdown = kept.join('\n').replace(/\n{3,}/g, '\n\n').replace(/^\s*\n|\s+$/g, '')
  return { markdown, line: start + firstLine, ...(title === undefined ? {} : { title }) }
}
