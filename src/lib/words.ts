const segmenters = new Map<string, Intl.Segmenter>()

/** V8 takes quadratic time over a long text, so it is cut at white space; a text without any is cut where it must be. */
const pieces = /[^]{1,1000}(?=\s|$)|[^]{1,1000}/g

/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * Words of a text as an editor's word processor counts them: what stands between spaces. Text in a script without
 * spaces is counted by the words of its language.
 */
export function countWords(text: string, lang = 'en'): number {
  if (!unspaced.test(text)) return text.match(/\S+/g)?.length ?? 0
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
