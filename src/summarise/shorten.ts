/**
 * The beginning of a sentence that is too long for a budget, cut at the end of a clause when one is near, else
 * between two words, with an ellipsis.
 *
 * @param words most words the result may have
 */
export function shortened(sentence: string, words: number, lang: string): string {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' })
  let count = 0
  let end = 0
  let clause = 0
  for (const { segment, index, isWordLike } of segmenter.segment(sentence)) {
    if (isWordLike === true) {
      if (count === words) break
      count++
      end = index + segment.length
    } else if (/[,;:，、；：—–]/.test(segment) && count >= words * 0.6) {
      clause = index
    }
  }
  const cut = clause > 0 ? clause : end
  return `${sentence.slice(0, cut).trimEnd().replace(/["“„«‘(,;:–—-]+$/u, '').trimEnd()}…`
}
