import { type AnalysedSentence, analyse } from './analysis.ts'
import type { Strictness } from './admissible.ts'
import type { DocumentSentence } from './document.ts'
import { product, salienceOf } from './salience.ts'
import { sentenceFeatures } from './sentence-features.ts'
import { SentenceSet, setFeatureNames } from './set-features.ts'
import { poolOf, visitSets } from './sets.ts'
import { distaste } from './taste.ts'
import { learnedWeights, type Weights } from './weights.ts'

/** Sentences that fit the budget together, and how good a blurb they are thought to be. */
export interface ScoredSet {
  sentences: AnalysedSentence[]
  words: number
  score: number
}

/** Tried in this order, until one finds a set. */
const strictnesses: readonly Strictness[] = ['strict', 'fair', 'any']

/**
 * The sets of whole sentences that fit a budget, with their scores: a linear function of what is measured of the
 * sentences, of the set as a whole, and of how likely a blurb needs its words. Empty when no sentence fits.
 *
 * @param words most words a set may have
 */
export function scoredSets(sentences: readonly DocumentSentence[], title: string, lang: string, words: number, weights: Weights = learnedWeights): ScoredSet[] {
  const analysis = analyse(sentences, title, lang)
  const salience = salienceOf(analysis, weights.words, weights.pairs)
  const worth = sentenceFeatures(analysis, lang).map((features, index) => (product(features, weights.sentence) * (sentences[index]?.words ?? 0)) / words)
  const features = new Float64Array(setFeatureNames.length)
  for (const strictness of strictnesses) {
    const found: ScoredSet[] = []
    const set = new SentenceSet(analysis, salience, words)
    visitSets(poolOf(analysis, words, strictness), words, strictness, set, () => {
      set.features(features)
      const score = set.members.reduce((sum, { index }) => sum + (worth[index] ?? 0), product(features, weights.set)) - distaste(set.members)
      found.push({ sentences: [...set.members], words: set.words, score })
    })
    if (found.length > 0) return found
  }
  return []
}

/** The best of sets; of equals the one that was found first, which is the one nearer the beginning. */
export function bestOf(sets: readonly ScoredSet[]): ScoredSet | undefined {
  let best: ScoredSet | undefined
  for (const set of sets) if (best === undefined || set.score > best.score) best = set
  return best
}
