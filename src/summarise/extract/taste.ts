import type { AnalysedSentence } from './analysis.ts'

/**
 * What an editor would rather not print, in the unit of the score, the sum of ROUGE-1 and ROUGE-2: a set with such a
 * flaw is taken only when it is thought to say that much more. These are choices and not learned: people who wrote
 * the blurbs that the weights were learned from did not have to take the article's own sentences.
 */
const prices = {
  /** Speaks of the text it stands in. */
  ofItself: 0.1,
  /** Calls somebody by the last name alone, and does not tell who that is. */
  unknown: 0.05,
}

/** What is taken off the score of a set of sentences for how it reads. */
export function distaste(members: readonly AnalysedSentence[]): number {
  let total = 0
  for (const { ofItself, introductions } of members) {
    if (ofItself) total += prices.ofItself
    for (const told of introductions) if (!members.some(({ index }) => told.includes(index))) total += prices.unknown
  }
  return total
}
