const segmenters = new Map<string, Intl.Segmenter>()

/** V8 takes quadratic time over a long text, so it is cut at white space; a text without any is cut where it must be. */
const pieces = /[^]{1,1000}(?=\s|$)|[^]{1,1000}/g

/** Words of a text as its language counts them; punctuation and spaces are none. */
export function countWords(text: string, lang = 'en'): number {
  let segmenter = segmenters.get(lang)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
    segmenters.set(lang, segmenter)
  }
  let words = 0
  for (const [piece] of text.matchAll(pieces)) {
    for (const segment of segmenter.segment(piece)) if (segment.isWordLike === true) words++
  }
  return words
}
