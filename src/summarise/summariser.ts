import type { Blurb, Summariser } from '../model/blurb.ts'
import { blurbOf } from './extract/blurb.ts'
import { bestOf, scoredSets } from './extract/choose.ts'
import { documentOf } from './extract/document.ts'
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
    if (first === undefined) return { text: '', sentences: [], method: 'none' } satisfies Blurb
    const picked = method === 'lead' ? leadOf(sentences, words) : (bestOf(scoredSets(sentences, title, lang, words))?.sentences ?? [])
    return blurbOf(picked.length > 0 ? picked : [{ ...first, text: shortened(first.text, words, lang) }], method, lang)
  }
}
