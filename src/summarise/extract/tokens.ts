/** A word of a sentence. */
export interface Token {
  /** The word as it is compared: lower case, and no longer than inflection usually leaves it. */
  stem: string
  /** Characters of the word itself. */
  length: number
  /** Has a capital that the beginning of the sentence does not explain. */
  capital: boolean
}

/** Long words are compared by their beginning, which stands for a stem in languages that have endings. */
const stemLength = 6

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const segmenters = new Map<string, Intl.Segmenter>()

/** Words of a sentence; those of scripts without spaces are found by the language's dictionary. */
export function tokensOf(sentence: string, lang: string): Token[] {
  const text = sentence.normalize('NFC')
  const tokens: Token[] = []
  const add = (word: string): void => {
    const lower = word.toLowerCase()
    tokens.push({
      stem: lower.length > stemLength ? lower.slice(0, stemLength) : lower,
      length: word.length,
      capital: tokens.length > 0 && lower.charCodeAt(0) !== word.charCodeAt(0),
    })
  }
  if (unspaced.test(text)) for (const { segment, isWordLike } of segmenterOf(lang).segment(text)) if (isWordLike === true) add(segment)
  if (tokens.length === 0) for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) add(match[0])
  return tokens
}

function segmenterOf(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
    segmenters.set(lang, segmenter)
  }
  return segmenter
}

/** Whether a stem says something of its own: no short word that every text has. */
export function isContent(stem: string, length: number): boolean {
  return length > 3 || /\d/.test(stem) || (length > 1 && stem.charCodeAt(0) > 0x2e7f)
}
