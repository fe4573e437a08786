import type { DocumentSentence } from './extract/document.ts'

/** The first sentences that fit, until one does not. */
export function leadOf<Sentence extends DocumentSentence>(sentences: readonly Sentence[], words: number): Sentence[] {
  const picked: Sentence[] = []
  let left = words
  for (const sentence of sentences) {
    if (sentence.words > left) break
    left -= sentence.words
    picked.push(sentence)
  }
  return picked
}
