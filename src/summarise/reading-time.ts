import { countWords } from '../lib/words.ts'
import { cleanText } from './text/clean.ts'

/**
 * Words a minute in silent reading of non-fiction. English: M. Brysbaert, "How many words do we read per minute?",
 * Journal of Memory and Language 109 (2019). The others: S. Trauzettel-Klosinski and K. Dietz, "Standardized
 * assessment of reading performance: the new international reading speed texts IReST", IOVS 53 (2012); for Chinese
 * and Japanese these are words as a segmenter finds them.
 */
const pace: Readonly<Record<string, number>> = {
  en: 238, ar: 138, de: 179, es: 218, fi: 161, fr: 195, he: 187, it: 188, ja: 193, nl: 202, pl: 166, pt: 181, ru: 184,
  sl: 180, sv: 199, tr: 166, zh: 158,
}
const otherwise = 190

/**
 * Minutes it takes to read an article, at least 1.
 *
 * @param text the article's Markdown; code and captions are not counted
 * @param lang BCP 47 language tag
 */
export function readingMinutes(text: string, lang = 'en'): number {
  let words = 0
  for (const paragraph of cleanText(text)) words += countWords(paragraph.text, lang)
  return Math.max(1, Math.round(words / (pace[lang.split('-')[0] ?? lang] ?? otherwise)))
}
