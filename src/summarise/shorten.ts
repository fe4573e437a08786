import { countWords } from '../lib/words.ts'

/**
 * The beginning of a sentence that is too long for a budget, cut at the end of a clause when one is near, else
 * between two words, with an ellipsis.
 *
 * @param words most words the result may have
 */
export function shortened(sentence: string, words: number, lang: string): string {
  let end = 0
  let clause = 0
  let count = 0
  // The runs between spaces; a run of a script without spaces is looked at word by word.
  for (const { segment, index } of runsOf(sentence, lang)) {
    count += countWords(segment, lang)
    if (count > words) break
    end = index + segment.length
    if (/[,;:，、；：—–]$/.test(segment) && count >= words * 0.6) clause = end
  }
  const cut = clause > 0 ? clause : end
  return `${sentence.slice(0, cut).trimEnd().replace(/["“„«‘(,;:，、；：–—-]+$/u, '').trimEnd()}…`
}

function runsOf(sentence: string, lang: string): Iterable<{ segment: string; index: number }> {
  const runs = Array.from(sentence.matchAll(/\S+/g), (match) => ({ segment: match[0], index: match.index }))
  if (countWords(sentence, lang) <= runs.length) return runs
  return new Intl.Segmenter(lang, { granularity: 'word' }).segment(sentence)
}
