import { countWords } from '../../lib/words.ts'
import { isAside } from '../text/asides.ts'
import { labelOf, withoutLabel } from '../text/labels.ts'
import { cleanText } from '../text/clean.ts'
import type { Paragraph, ParagraphKind } from '../text/paragraph.ts'
import { withQuotationState } from '../text/quotation-marks.ts'
import { sentencesOf } from '../text/sentences.ts'

/** A sentence of an article, with its place. */
export interface DocumentSentence {
  /** Number of the sentence among those of the article, from 0. */
  index: number
  text: string
  words: number
  /** Paragraph of the cleaned article, from 0. */
  paragraph: number
  /** Offset in the text of its paragraph, in UTF-16 units. */
  offset: number
  kind: ParagraphKind
  /** Its stop stood apart from it, which marks a line that had none of its own, such as a caption. */
  stopApart: boolean
  /** Opening mark of a quotation that began before the sentence; empty when none is open. */
  before: string
  /** Closing mark of a quotation that goes on after the sentence. */
  after: string
}

/** Sentences after this many are never worth a place in a blurb, and the cost of a long article stays flat. */
const mostSentences = 400

/**
 * The sentences of an article that a blurb may be made of. Bylines, captions and calls on the reader, and fragments
 * such as headings, count only when there is nothing else.
 */
export function documentOf(text: string, lang: string): DocumentSentence[] {
  const paragraphs = cleanText(text)
  const proper = sentencesIn(paragraphs, lang, ({ kind }) => kind !== 'fragment')
  const told = withoutLabels(proper.filter(({ text: sentence }) => !isAside(sentence)), lang)
  const best = told.length > 0 ? told : proper.length > 0 ? proper : sentencesIn(paragraphs, lang, ({ kind }) => kind === 'fragment')
  return best.map((sentence, index) => ({ ...sentence, index }))
}

function sentencesIn(paragraphs: readonly Paragraph[], lang: string, wanted: (paragraph: Paragraph) => boolean): DocumentSentence[] {
  const sentences: DocumentSentence[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    if (!wanted(paragraph)) continue
    const { text, kind } = paragraph
    for (const sentence of withQuotationState(text, sentencesOf(text, lang))) {
      if (sentences.length >= mostSentences) return sentences
      const tidy = sentence.text.replace(/\s+([.!?])$/, '$1')
      sentences.push({ ...sentence, index: 0, text: tidy, words: countWords(tidy, lang), paragraph: index, kind, stopApart: tidy !== sentence.text })
    }
  }
  return sentences
}

/** Labels are cut off; sentences that cannot do without theirs are left out. */
function withoutLabels(sentences: readonly DocumentSentence[], lang: string): DocumentSentence[] {
  const counts = new Map<string, number>()
  for (const { text } of sentences) {
    const label = labelOf(text)
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + 1)
  }
  return sentences.flatMap((sentence) => {
    const text = withoutLabel(sentence.text, (counts.get(labelOf(sentence.text) ?? '') ?? 0) > 1, sentence.kind === 'item' && sentence.offset === 0)
    if (text === undefined) return []
    return [text === sentence.text ? sentence : { ...sentence, text, offset: sentence.offset + sentence.text.length - text.length, words: countWords(text, lang) }]
  })
}
