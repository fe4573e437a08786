import { boilerplateKind } from '../boilerplate/lines.ts'
import type { Boilerplate } from '../boilerplate/rules.ts'

/** One line of a pasted text. */
export interface Line {
  /** From 1. */
  number: number
  /** Without surrounding space; empty for a blank line. */
  text: string
  kind?: Boilerplate | 'divider'
}

const divider = /^(?:[-–—_*=~#+·•]\s?){3,}$|^[⸻⁂❦]+$/u

/**
 * Takes a pasted text apart into lines and says of each whether it is boilerplate. Control characters go; every kind
 * of line end counts.
 */
export function readLines(text: string): Line[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029\f\v]/).map((raw, index) => {
    const clean = raw.replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u2060\ufeff]/g, '').replace(/[\s\u00a0]+/g, ' ').trim()
    const line: Line = { number: index + 1, text: clean }
    if (clean === '') return line
    const kind = divider.test(clean) ? 'divider' : boilerplateKind(clean)
    // In plain text nothing tells the head of a box from a heading.
    return kind === undefined || kind === 'label' ? line : { ...line, kind }
  })
}

/** Words of a line or a text. A script without spaces counts two characters to a word. */
export function wordsIn(text: string): number {
  const dense = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  return Math.round(dense / 2) + (text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0) - (dense > 0 ? 1 : 0)
}

/** Whether a line ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return /[.!?…。！？][)\]"'”’»›」]*$/u.test(text)
}

/** A short line that ends in no full stop: a title or a heading, if something follows it. */
export function looksLikeHeading(text: string, mostWords = 14): boolean {
  if (wordsIn(text) > mostWords || text.length > 140) return false
  return !/[.,;:!…。，；：]["'”’»)]*$/u.test(text) && /^[\p{Lu}\p{Lt}\p{Lo}\d"'“‘«¿¡#([]/u.test(text) && !/^https?:/.test(text)
}
