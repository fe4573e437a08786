import type { Blurb } from '../../model/blurb.ts'
import type { DocumentSentence } from './document.ts'

/** Languages written without spaces between sentences. */
const unspaced = /^(?:zh|ja|yue)\b/

/** The blurb that sentences of an article make, in their order. */
export function blurbOf(sentences: readonly DocumentSentence[], method: Blurb['method'], lang: string): Blurb {
  const parts = sentences.map((sentence, position) => ({ ...sentence, text: marked(sentence, sentences[position - 1], sentences[position + 1]) }))
  return {
    text: parts.map(({ text }) => text).join(unspaced.test(lang) ? '' : ' '),
    sentences: parts.map(({ text, paragraph, offset }) => ({ text, paragraph, offset })),
    method,
  }
}

/**
 * The sentence with the quotation marks it needs where its neighbours in the article are not its neighbours here, and
 * where a mark got lost in the article itself.
 */
function marked(sentence: DocumentSentence, previous: DocumentSentence | undefined, next: DocumentSentence | undefined): string {
  // Each paragraph of a long quotation begins with a mark of its own.
  const hasMark = sentence.before !== '' && sentence.text.startsWith(sentence.before)
  const before = hasMark || (previous?.index === sentence.index - 1 && previous.after !== '') ? '' : sentence.before
  const after = next?.index === sentence.index + 1 && next.before !== '' ? '' : sentence.after
  return `${before}${sentence.text}${after}`
}
