import { eld } from 'eld/medium'

/** The beginning of a text tells its language as well as all of it. */
const looked = 1500

/**
 * The language of a text as a primary language subtag, found by its letter n-grams; undefined when there is too
 * little to tell. Code, addresses and the targets of links do not count.
 */
export function detectLanguage(text: string): string | undefined {
  const sample = text
    .slice(0, looked * 4)
    .replace(/```[^]*?(?:```|$)|`[^`\n]*`|\]\([^)\n]*\)|<[^>\n]*>|https?:\/\/\S+|\S+@\S+/g, ' ')
    .slice(0, looked)
  const found = eld.detect(sample)
  return found.language !== '' && found.isReliable() ? found.language : undefined
}
