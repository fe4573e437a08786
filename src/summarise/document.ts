import { countWords } from '../lib/words.ts'
import { cleanText } from './clean.ts'
import type { Paragraph, ParagraphKind } from './paragraph.ts'
import { sentencesOf } from './sentences.ts'

/** A sentence of an article, with its place. */
export interface DocumentSentence {
  text: string
  words: number
  /** Paragraph of the cleaned article, from 0. */
  paragraph: number
  /** Offset in the text of its paragraph, in UTF-16 units. */
  offset: number
  kind: ParagraphKind
}

/** Sentences after this many are never worth a place in a blurb, and the cost of a long article stays flat. */
const mostSentences = 400

/** The sentences of an article that a blurb may be made of. Fragments count only when there is nothing else. */
export function documentOf(text: string, lang: string): DocumentSentence[] {
  const paragraphs = cleanText(text)
  const proper = sentencesIn(paragraphs, lang, false)
  return proper.length > 0 ? proper : sentencesIn(paragraphs, lang, true)
}

function sentencesIn(paragraphs: readonly Paragraph[], lang: string, fragments: boolean): DocumentSentence[] {
  const sentences: DocumentSentence[] = []
  for (const [index, { text, kind }] of paragraphs.entries()) {
    if ((kind === 'fragment') !== fragments) continue
    for (const sentence of sentencesOf(text, lang)) {
      if (sentences.length >= mostSentences) return sentences
      sentences.push({ ...sentence, words: countWords(sentence.text, lang), paragraph: index, kind })
    }
  }
  return sentences
}
