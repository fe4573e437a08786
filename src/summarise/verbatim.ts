import type { Blurb } from '../model/blurb.ts'
import { cleanText } from './text/clean.ts'

/**
 * Whether every sentence of a blurb is in the article as it stands. Such a blurb cannot say what the article does
 * not; one with a sentence that was cut, mended or put between marks may.
 */
export function isVerbatim(blurb: Blurb, text: string): boolean {
  const paragraphs = cleanText(text)
  return blurb.sentences.every((sentence) => paragraphs[sentence.paragraph]?.text.startsWith(sentence.text, sentence.offset) === true)
}
