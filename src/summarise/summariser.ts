import type { Blurb, Summariser } from '../model/blurb.ts'
import { type DocumentSentence, documentOf } from './document.ts'
import { pickBest, pickLead } from './pick.ts'
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
    if (sentences.length === 0) return { text: '', sentences: [], method: 'none' }
    const picked = method === 'lead' ? pickLead(sentences, words) : pickBest(sentences, words, title)
    if (picked.length > 0) return blurbOf(picked, method, lang)
    const [first] = sentences
    return first === undefined ? blurbOf([], 'none', lang) : blurbOf([{ ...first, text: shortened(first.text, words, lang) }], method, lang)
  }
}

/** Languages written without spaces between sentences. */
const unspaced = /^(?:zh|ja|yue)\b/

function blurbOf(sentences: readonly DocumentSentence[], method: Blurb['method'], lang: string): Blurb {
  return {
    text: sentences.map(({ text }) => text).join(unspaced.test(lang) ? '' : ' '),
    sentences: sentences.map(({ text, paragraph, offset }) => ({ text, paragraph, offset })),
    method,
  }
}
