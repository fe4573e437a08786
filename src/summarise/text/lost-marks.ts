import type { Paragraph } from './paragraph.ts'

/**
 * Puts straight quotation marks back where they belong. Pages that were joined from lines leave the mark that opens
 * a quotation at the end of the line before (`… shut."` and then `We ran," said the guard.`), or without the space
 * before it (`… shut."We ran," said the guard.`). Only a mark that cannot close anything is moved.
 */
export function withMarksInPlace(paragraphs: readonly Paragraph[]): Paragraph[] {
  const moved = paragraphs.map(({ text, kind }) => ({ text: withSpaces(text), kind }))
  for (const [index, paragraph] of moved.entries()) {
    const next = moved[index + 1]
    if (next === undefined || !/[.!?…]["”]? ?"$/.test(paragraph.text)) continue
    // The mark closes nothing, and the first one of the next line has to close something.
    if (marksIn(paragraph.text) % 2 === 0 || !/^[^"]*[^\s"]"(?:[\s,.;:)]|$)/.test(next.text)) continue
    paragraph.text = paragraph.text.slice(0, -1).trimEnd()
    next.text = `"${next.text}`
  }
  return moved
}

function marksIn(text: string): number {
  return text.split('"').length - 1
}

/** A mark right between a stop and a capital, when no quotation is open, opens one. */
function withSpaces(text: string): string {
  if (!/[.!?]"\p{Lu}/u.test(text)) return text
  let open = false
  return text.replace(/"/g, (mark, at: number) => {
    const opens = !open
    open = opens
    return opens && /[.!?]/.test(text.charAt(at - 1)) && /\p{Lu}/u.test(text.charAt(at + 1)) ? ` ${mark}` : mark
  })
}
