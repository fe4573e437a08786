import { plainForm } from './words.ts'

/** Words that a text gives as another's own. */
export interface Quotation {
  text: string
  start: number
  end: number
}

/** Straight marks open before a letter and close behind one; that tells pairs from marks that lost their partner. */
const straight = '(?<![\\p{L}\\p{N}.,!?])"(?=\\S)([^"]{2,600})(?<!\\s)"(?![\\p{L}\\p{N}])'
const single = "(?<![\\p{L}\\p{N}.,!?])[‘'](?=\\S)((?:[^‘’']|(?<=\\p{L})[’'](?=\\p{L})){2,600})(?<!\\s)[’'](?![\\p{L}\\p{N}])"
const pairs = new RegExp(`“([^“”]{2,600})”|${straight}|«\\s?([^«»]{2,600}?)\\s?»|„([^„“”]{2,600})[“”]|「([^「」]{2,600})」|『([^『』]{2,600})』|${single}`, 'gu')

/** The quotations of a text, without their marks. */
export function quotationsOf(text: string): Quotation[] {
  return Array.from(text.matchAll(pairs), (match) => ({
    text: (match.slice(1) as (string | undefined)[]).find((part) => part !== undefined) ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/**
 * Whether a quotation stands in an article word for word. Case, punctuation and the kind of the marks do not count;
 * an ellipsis, or words in brackets, part it into pieces that must stand there in their order.
 *
 * @param article in plain form, with a space at both ends
 */
export function isQuoted(quotation: string, article: string): boolean {
  const pieces = quotation
    .split(/\[[^\]]*\]|…|\.{3,}/)
    .map(plainForm)
    .filter((piece) => piece !== '')
  let from = 0
  for (const piece of pieces) {
    const spaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(piece) ? piece : ` ${piece} `
    const at = article.indexOf(spaced, from)
    if (at === -1) return false
    from = at + spaced.length - 1
  }
  return true
}
