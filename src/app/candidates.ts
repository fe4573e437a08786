import type { BlurbCandidate, SummariserInput } from '../model/blurb.ts'
import { candidatesOf } from '../summarise/candidates.ts'

/** What a blurb is about stands in the first thirty thousand words of an article, whatever its length. */
const longest = 200_000

/**
 * Up to four different blurbs of an article for an editor to choose from, the best one first. They are made from the
 * article's own sentences, whatever method the newsletter uses.
 *
 * @param article `text` is its Markdown without the front matter; offsets of the sentences refer to it
 * @param words most words a blurb may have
 */
export function blurbCandidates(article: SummariserInput, words: number): BlurbCandidate[] {
  return candidatesOf({ ...article, text: article.text.slice(0, longest) }, { words })
}
