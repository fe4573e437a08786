import type { QuotedSentence } from './quotation-marks.ts'

/** How a sentence stands to what is quoted in it. */
export interface Speech {
  /** Nothing but somebody's words, and nothing of who says them. */
  bare: boolean
  /** Has words between marks and words around them, which may tell who speaks. */
  tellsSpeaker: boolean
}

const opens = /["“„«「『‘']/
const closes = /["”“»」』’']/
const letter = /[\p{L}\p{N}]/u
/** Fewer letters around a quotation than these tell nothing. */
const fewest = 3

/** Reads the marks of a sentence; straight and single ones count only where they cannot be apostrophes. */
export function speechOf({ text, before, after }: Pick<QuotedSentence, 'text' | 'before' | 'after'>): Speech {
  if (before === '' && after === '' && !opens.test(text)) return { bare: false, tellsSpeaker: false }
  let quoted = before !== ''
  let outside = 0
  let inside = 0
  // Each paragraph of a long quotation begins with a mark of its own, which closes nothing.
  for (let index = quoted && text.startsWith(before) ? before.length : 0; index < text.length; index++) {
    const character = text.charAt(index)
    if (isApostrophe(text, index)) continue
    if (quoted && closes.test(character)) quoted = false
    else if (!quoted && opens.test(character)) quoted = true
    else if (letter.test(character) && quoted) inside++
    else if (letter.test(character)) outside++
  }
  return { bare: inside > 0 && outside < fewest, tellsSpeaker: inside > 0 && outside >= fewest }
}

function isApostrophe(text: string, index: number): boolean {
  if (!/['’‘]/.test(text.charAt(index))) return false
  const [left, right] = [text.charAt(index - 1), text.charAt(index + 1)]
  // The mark of a possessive or a contraction stands behind a letter; a closing mark stands behind a stop.
  return letter.test(left) && (letter.test(right) || /\s/.test(right))
}
