import type { Blurb, Summariser } from '../model/blurb.ts'
import { bestOf, scoredSets } from './extract/choose.ts'
import { type DocumentSentence, documentOf } from './extract/document.ts'
import { leadOf } from './lead.ts'
import { shortened } from './shorten.ts'

/** How a blurb is made of an article's own sentences: the ones that say most, or the first ones. */
export type ExtractiveMethod = 'extractive' | 'lead'

/** Language when neither the article nor its text tells. */
const fallbackLanguage = 'en'

/**
 * A summariser that takes whole sentences from the article, in its order. A sentence is cut, at a clause and with
 * an ellipsis, only when none fits the budget. The text is Markdown or plain text.
 */
export function createSummariser({ method }: { method: ExtractiveMethod }): Summariser {
  return ({ title, text, lang = fallbackLanguage }, { words }) => {
    const sentences = documentOf(text, lang)
    const [first] = sentences
    if (first === undefined) return { text: '', sentences: [], method: 'none' }
    const picked = method === 'lead' ? leadOf(sentences, words) : (bestOf(scoredSets(sentences, title, lang, words))?.sentences ?? [])
    return blurbOf(picked.length > 0 ? picked : [{ ...first, text: shortened(first.text, words, lang) }], method, lang)
  }
}

/** Languages written without spaces between sentences. */
const unspaced = /^(?:zh|ja|yue)\b/

function blurbOf(sentences: readonly DocumentSentence[], method: Blurb['method'], lang: string): Blurb {
  const parts = sentences.map((sentence, position) => ({ ...sentence, text: marked(sentence, sentences[position - 1], sentences[position + 1]) }))
  return {
    text: parts.map(({ text }) => text).join(unspaced.test(lang) ? '' : ' '),
    sentences: parts.map(({ text, paragraph, offset }) => ({ text, paragraph, offset })),
    method,
  }
}

/** The sentence with the quotation marks it needs where its neighbours in the article are not its neighbours here. */
function marked(sentence: DocumentSentence, previous: DocumentSentence | undefined, next: DocumentSentence | undefined): string {
  const before = previous?.index === sentence.index - 1 ? '' : sentence.before
  const after = next?.index === sentence.index + 1 ? '' : sentence.after
  return `${before}${sentence.text}${after}`
}
