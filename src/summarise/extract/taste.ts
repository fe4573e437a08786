import type { AnalysedSentence } from './analysis.ts'

/**
 * What an editor would rather not print, in the unit of the score, the sum of ROUGE-1 and ROUGE-2: a set with such a
 * flaw is taken only when it is thought to say that much more. These are choices and not learned: people who wrote
 * the blurbs that the weights were learned from did not have to take the article's own sentences.
 */
const prices = {
  /** Opens by speaking of the text it stands in. */
  opensOfItself: 0.1,
  /** Speaks of it further on. */
  ofItself: 0.03,
  /** Leads the reader on to what is not there. */
  leadsOn: 0.2,
  /** Calls somebody by the last name alone, and does not tell who that is. */
  unknown: 0.05,
}

/** What is taken off the score of a set of sentences for how it reads. */
export function distaste(members: readonly AnalysedSentence[]): number {
  let total = 0
  for (const [position, { ofItself, leadsOn, introductions }] of members.entries()) {
    if (ofItself) total += position === 0 ? prices.opensOfItself : prices.ofItself
    if (leadsOn) total += prices.leadsOn
    for (const told of introductions) if (!members.some(({ index }) => told.includes(index))) total += prices.unknown
  }
  return total
}
