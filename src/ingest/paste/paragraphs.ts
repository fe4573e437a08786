import { endsSentence, type Line, looksLikeHeading, wordsIn } from './lines.ts'

/** A piece of a pasted text, made whole again. */
export interface Paragraph {
  kind: 'text' | 'heading' | 'item'
  /** 2 or 3 for a heading. */
  level?: number
  /** `-` or `1.` for an item. */
  marker?: string
  text: string
}

const item = /^(?:[-*•·‣◦▪–—]|(\d{1,3})[.)])\s+(?=\S)/u

/**
 * Rebuilds paragraphs: lines that were broken to a width are joined, lines that are paragraphs stay apart, short lines
 * above text become headings, and lists stay lists.
 *
 * @param lines of one article without its boilerplate; blank lines part
 */
export function rebuild(lines: readonly Line[]): Paragraph[] {
  const groups = groupsOf(lines)
  const wrapped = isWrapped(groups)
  const vocabulary = new Set(lines.flatMap((line) => line.text.toLowerCase().match(/[\p{L}-]+/gu) ?? []))
  const paragraphs = groups.flatMap((group) => fromGroup(group, wrapped, vocabulary))
  return withHeadings(paragraphs)
}

function groupsOf(lines: readonly Line[]): string[][] {
  const groups: string[][] = [[]]
  for (const { text } of lines) {
    if (text === '') groups.push([])
    else groups.at(-1)?.push(text)
  }
  return groups.filter((group) => group.length > 0)
}

/** Whether lines were broken to a width: most of those that others follow are about as long as the longest. */
function isWrapped(groups: readonly string[][]): boolean {
  const inner = groups.flatMap((group) => group.slice(0, -1)).filter((line) => !item.test(line))
  if (inner.length < 2) return false
  const longest = inner.map((line) => line.length).toSorted((a, b) => b - a)[Math.floor(inner.length * 0.05)] ?? 0
  if (longest > 120 || longest < 30) return false
  const full = inner.filter((line) => line.length >= longest * 0.7).length
  const open = inner.filter((line) => !endsSentence(line)).length
  return full >= inner.length * 0.6 && open >= inner.length * 0.5
}

function fromGroup(group: readonly string[], wrapped: boolean, vocabulary: ReadonlySet<string>): Paragraph[] {
  const paragraphs: Paragraph[] = []
  for (const line of group) {
    const match = item.exec(line)
    const last = paragraphs.at(-1)
    if (match !== null) {
      paragraphs.push({ kind: 'item', marker: match[1] === undefined ? '-' : `${match[1]}.`, text: line.slice(match[0].length) })
    } else if (last !== undefined && (wrapped || continues(last.text, line))) {
      last.text = join(last.text, line, vocabulary)
    } else {
      paragraphs.push({ kind: 'text', text: line })
    }
  }
  return paragraphs
}

/** A line that stops in the middle of a sentence, with one below it that goes on. */
function continues(above: string, below: string): boolean {
  return !endsSentence(above) && /^[\p{Ll}(]/u.test(below) && wordsIn(above) > 4
}

/** Joins two lines; a word that was hyphenated at the break is made whole unless its parts are words of the text. */
function join(above: string, below: string, vocabulary: ReadonlySet<string>): string {
  const broken = /(\p{L}+)-$/u.exec(above)
  const rest = /^\p{Ll}+/u.exec(below)?.[0]
  if (broken === null || rest === undefined) return `${above} ${below}`
  const start = (broken[1] ?? '').toLowerCase()
  const compound = vocabulary.has(`${start}-${rest}`) || (vocabulary.has(start) && vocabulary.has(rest))
  return compound ? `${above}${below}` : `${above.slice(0, -1)}${below}`
}

/** Short lines that stand over text are headings; the second of two in a row is one level lower. */
function withHeadings(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((paragraph, index) => {
    const marked = /^(#{1,6})\s+(.*?)\s*#*$/.exec(paragraph.text)
    if (marked !== null) return { kind: 'heading', level: Math.max(2, Math.min(4, marked[1]?.length ?? 2)), text: marked[2] ?? '' }
    if (paragraph.kind !== 'text' || !looksLikeHeading(paragraph.text, 12)) return paragraph
    const next = paragraphs[index + 1]
    if (next === undefined) return paragraph
    const above = paragraphs[index - 1]
    const under = above?.kind === 'text' && looksLikeHeading(above.text, 12)
    const stands = next.kind === 'item' || wordsIn(next.text) > 12 || (!under && looksLikeHeading(next.text, 12))
    return stands ? { kind: 'heading', level: under ? 3 : 2, text: paragraph.text } : paragraph
  })
}
