import data from './weights.json' with { type: 'json' }
import { sentenceFeatureNames } from './sentence-features.ts'
import { pairFeatureNames, wordFeatureNames } from './salience.ts'
import { setFeatureNames } from './set-features.ts'

/** The learned weights, each list in the order of the names of its features. */
export interface Weights {
  words: number[]
  pairs: number[]
  sentence: number[]
  set: number[]
}

/** Weights as the file has them, by name. A feature without a weight counts nothing. */
export interface NamedWeights {
  words: Record<string, number>
  pairs: Record<string, number>
  sentence: Record<string, number>
  set: Record<string, number>
}

/** Puts named weights into the order of the features. */
export function orderedWeights(named: NamedWeights): Weights {
  return {
    words: wordFeatureNames.map((name) => named.words[name] ?? 0),
    pairs: pairFeatureNames.map((name) => named.pairs[name] ?? 0),
    sentence: sentenceFeatureNames.map((name) => named.sentence[name] ?? 0),
    set: setFeatureNames.map((name) => named.set[name] ?? 0),
  }
}

/** The weights of weights.json, which tests/bench/blurbs/train.bench.ts writes. */
export const learnedWeights: Weights = orderedWeights(data.weights)
