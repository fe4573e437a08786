const segmenters = new Map<string, Intl.Segmenter>()

/** Words of a text as its language counts them; punctuation and spaces are none. */
export function countWords(text: string, lang = 'en'): number {
  let segmenter = segmenters.get(lang)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
    segmenters.set(lang, segmenter)
  }
  let words = 0
  for (const segment of segmenter.segment(text)) if (segment.isWordLike === true) words++
  return words
}
