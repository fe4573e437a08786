import { escapeLineStart, escapeMarkdown } from '../markdown/escape.ts'
import type { Fields } from '../meta/found.ts'
import { withoutCredits } from './credits.ts'
import { type Line, readLines, wordsIn } from './lines.ts'
import { type Paragraph, rebuild } from './paragraphs.ts'
import { findArticles } from './split.ts'
import { makeTitle, readOpening } from './title.ts'

/** An article found in a pasted text. */
export interface Pasted {
  fields: Fields
  markdown: string
  /** Line of the text on which it begins, from 1. */
  line: number
  /** Whether the title is the author's, or made from the text. */
  titled: boolean
}

/**
 * Cleans a pasted or scraped text: boilerplate lines and credits go, paragraphs are rebuilt, a title is found.
 *
 * @param split whether a text that holds several articles is cut into them
 * @returns the articles, and the lines on which articles begin, whether it was cut or not
 */
export function readPasted(text: string, split: boolean): { articles: Pasted[]; starts: number[] } {
  const lines = readLines(text)
  const starts = findArticles(lines)
  const cuts = split ? starts : [0]
  const articles = cuts.flatMap((start, index) => readOne(lines.slice(start, cuts[index + 1])) ?? [])
  return { articles, starts: starts.map((start) => firstText(lines, start)) }
}

function firstText(lines: readonly Line[], start: number): number {
  const from = lines.slice(start)
  return (from.find((line) => line.text !== '' && line.kind === undefined) ?? from[0])?.number ?? 1
}

/** Boilerplate that is text after all when it stands between paragraphs. */
const onlyAtTheEdges = new Set<Line['kind']>(['byline'])

function readOne(lines: readonly Line[]): Pasted | undefined {
  const { fields, rest } = readOpening(trimEnds(lines))
  const cleaned = rest.map((line) => {
    const isText = line.kind === undefined || onlyAtTheEdges.has(line.kind)
    return { number: line.number, text: isText ? withoutCredits(line.text) : '' }
  })
  // A credit that was broken over two lines shows only once they are joined.
  const paragraphs = rebuild(cleaned).map((paragraph) => ({ ...paragraph, text: withoutCredits(paragraph.text) })).filter(({ text }) => text !== '')
  if (paragraphs.length === 0) return undefined
  const titled = fields.title !== undefined
  if (!titled) fields.title = { value: titleFor(paragraphs), from: 'text' }
  const line = lines.find((other) => other.text !== '' && other.kind === undefined)?.number ?? 1
  return { fields, markdown: toText(paragraphs), line, titled }
}

/** Leaves out what stands before the first line of text and after the last. */
function trimEnds(lines: readonly Line[]): Line[] {
  const isEdge = (line: Line): boolean => line.text === '' || (line.kind !== undefined && line.kind !== 'byline')
  const isTail = (line: Line): boolean => line.text === '' || line.kind !== undefined
  const first = lines.findIndex((line) => !isEdge(line))
  const last = lines.findLastIndex((line) => !isTail(line))
  return first < 0 ? [] : lines.slice(first, last + 1)
}

function titleFor(paragraphs: readonly Paragraph[]): string {
  const headings = paragraphs.filter((paragraph) => paragraph.kind === 'heading' && paragraph.level === 2)
  const first = paragraphs.find((paragraph) => paragraph.kind === 'text' && wordsIn(paragraph.text) > 3) ?? paragraphs[0]
  return makeTitle(headings.map((heading) => heading.text), first?.text ?? '')
}

function toText(paragraphs: readonly Paragraph[]): string {
  let markdown = ''
  for (const [index, paragraph] of paragraphs.entries()) {
    const tight = paragraph.kind === 'item' && paragraphs[index - 1]?.kind === 'item'
    markdown += index === 0 ? '' : tight ? '\n' : '\n\n'
    markdown += block(paragraph)
  }
  return markdown
}

function block({ kind, level, marker, text }: Paragraph): string {
  const escaped = escapeMarkdown(text)
  if (kind === 'heading') return `${'#'.repeat(level ?? 2)} ${escaped}`
  return kind === 'item' ? `${marker ?? '-'} ${escaped}` : escapeLineStart(escaped)
}
