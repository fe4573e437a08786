import { readDate } from '../dates.ts'
import type { Fields } from '../meta/found.ts'
import { type Line, looksLikeHeading, wordsIn } from './lines.ts'

/** What stands above the text of a pasted article. */
export interface Opening {
  fields: Pick<Fields, 'title' | 'author' | 'date'>
  /** The lines below it. */
  rest: Line[]
}

/** Lines at the top in which a title, a name and a date are looked for. */
const top = 8

/**
 * Reads title, author and date off the top of an article. A title is a short line with text below it; a name and a
 * date stand in lines of their own.
 */
export function readOpening(lines: readonly Line[]): Opening {
  const fields: Opening['fields'] = {}
  const taken = new Set<Line>()
  const filled = lines.filter((line) => line.text !== '').slice(0, top)
  for (const [index, line] of filled.entries()) {
    if (line.kind === 'byline') {
      const date = readDate(line.text)
      const author = nameIn(line.text)
      if (date !== undefined) fields.date ??= { value: date, from: 'text' }
      if (author !== undefined) fields.author ??= { value: author, from: 'text' }
      taken.add(line)
    } else if (line.kind !== undefined) {
      continue
    } else if (fields.title === undefined && isTitle(line, filled[index + 1])) {
      fields.title = { value: line.text.replace(/^#+\s+/, '').replace(/\s*#+$/, ''), from: 'text' }
      taken.add(line)
    } else {
      break
    }
  }
  return { fields, rest: lines.filter((line) => !taken.has(line)) }
}

function isTitle(line: Line, next: Line | undefined): boolean {
  if (next === undefined) return false
  if (/^# \S/.test(line.text)) return true
  return wordsIn(line.text) > 1 && looksLikeHeading(line.text, 28)
}

/** "By Jane Doe, staff writer | 3 May 2026" is Jane Doe. */
function nameIn(text: string): string | undefined {
  const match = /^(?:(?:posted|written|published|reported|story|text|words)\s+)?(?:by|von|par|por|di|door)\s+(.+)$/i.exec(text)
  const name = match?.[1]?.split(/\s*(?:[|·•]|,|\s[–—-]\s|\son\s|\d)/)[0]?.trim()
  return name === undefined || name === '' ? undefined : name
}

/** Most words of a title that is made from a sentence. */
const longest = 14

/**
 * A title for an article that has none: its first headings, when it goes from one subject to the next under them, else
 * the start of its first sentence.
 */
export function makeTitle(headings: readonly string[], text: string): string {
  const [first, second] = headings
  if (headings.length >= 3 && first !== undefined && second !== undefined) return `${first}; ${second}; …`
  const sentence = (/^.*?[.!?。！？](?=\s|$|\p{Script=Han}|\p{Script=Hiragana})/su.exec(text)?.[0] ?? text).replace(/[.。]$/, '')
  const words = sentence.split(/\s+/)
  if (words.length <= longest) return sentence.slice(0, 80)
  const clause = /^(.{20,90}?)[,;:–—]\s/u.exec(sentence)?.[1]
  return clause !== undefined && clause.split(/\s+/).length <= longest ? clause : `${words.slice(0, longest - 2).join(' ')}…`
}
