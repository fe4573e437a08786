import { type Analysis, analyse } from '../../../src/summarise/extract/analysis.ts'
import { documentOf } from '../../../src/summarise/extract/document.ts'
import { pairFeatureNames, pairFeatures, salienceOf, wordFeatureNames, wordFeatures } from '../../../src/summarise/extract/salience.ts'
import { sentenceFeatureNames, sentenceFeatures } from '../../../src/summarise/extract/sentence-features.ts'
import { SentenceSet, setFeatureNames } from '../../../src/summarise/extract/set-features.ts'
import { poolOf, visitSets } from '../../../src/summarise/extract/sets.ts'
import { tokensOf } from '../../../src/summarise/extract/tokens.ts'
import type { Pair } from './data.ts'
import { type Example, fitLogistic } from './learn.ts'
import { rougeTokens } from './rouge.ts'

/** An article prepared for training. */
export interface Prepared {
  pair: Pair
  analysis: Analysis
  /** Features of every set, one after the other. */
  features: Float32Array
  /** ROUGE-1 and ROUGE-2 of every set, F-measures. */
  scores: { one: number; two: number }[]
}

/** Features of a set in all: those of its sentences by their share of the budget, then its own. */
export const size = sentenceFeatureNames.length + setFeatureNames.length

export function analysisOf({ text, title, lang }: Pair): Analysis {
  return analyse(documentOf(text, lang), title, lang)
}

/** How much one article of a set counts. Small sets count for more than their number, so that no kind of text decides alone. */
export function importance(set: string): number {
  return { inshorts: 1, orange: 1, vietnews: 2, chromedev: 2 }[set] ?? 3
}

/** Learns how likely a word, and a pair of words, of an article is to be in its blurb. */
export function fitSalience(articles: readonly { pair: Pair; analysis: Analysis }[]): { words: number[]; pairs: number[] } {
  const wanted = articles.map(({ pair }) => {
    const stems = tokensOf(pair.summary, pair.lang).map(({ stem }) => stem)
    return { stems: new Set(stems), pairs: new Set(stems.slice(1).map((stem, index) => `${stems[index] ?? ''} ${stem}`)) }
  })
  const words = Array.from(
    fitLogistic(wordFeatureNames.length, (visit) => {
      for (const [index, { pair, analysis }] of articles.entries()) {
        for (const [id, features] of wordFeatures(analysis).entries()) {
          visit({ features, positive: wanted[index]?.stems.has(analysis.stems[id] ?? '') === true, weight: importance(pair.set) })
        }
      }
    }),
  )
  const examples: Example[] = []
  for (const [index, { pair, analysis }] of articles.entries()) {
    const { words: likely } = salienceOf(analysis, words, [])
    const { features, pairs } = pairFeatures(analysis, likely)
    for (const [number, { left, right }] of pairs.entries()) {
      const positive = wanted[index]?.pairs.has(`${analysis.stems[left] ?? ''} ${analysis.stems[right] ?? ''}`) === true
      examples.push({ features: features[number] ?? [], positive, weight: importance(pair.set) })
    }
  }
  return { words, pairs: Array.from(fitLogistic(pairFeatureNames.length, (visit) => { for (const example of examples) visit(example) })) }
}

/** Measures every set of an article and scores it against the blurb a person wrote. */
export function prepare(pair: Pair, analysis: Analysis, salience: { words: number[]; pairs: number[] }): Prepared {
  const likely = salienceOf(analysis, salience.words, salience.pairs)
  const perSentence = sentenceFeatures(analysis, pair.lang)
  const score = scorer(analysis, pair)
  const rows: number[][] = []
  const scores: Prepared['scores'] = []
  const own = new Float64Array(setFeatureNames.length)
  const set = new SentenceSet(analysis, likely, pair.budget)
  for (const strictness of ['strict', 'fair', 'any'] as const) {
    visitSets(poolOf(analysis, pair.budget, strictness), pair.budget, strictness, set, () => {
      const sum = new Array<number>(sentenceFeatureNames.length).fill(0)
      for (const { index, words } of set.members) for (const [feature, value] of (perSentence[index] ?? []).entries()) sum[feature] = (sum[feature] ?? 0) + (value * words) / pair.budget
      set.features(own)
      rows.push([...sum, ...own])
      scores.push(score(set.members.map(({ index }) => index)))
    })
    if (rows.length > 0) break
  }
  return { pair, analysis, features: Float32Array.from(rows.flat()), scores }
}

/** ROUGE of sets of sentences against one reference, with everything counted ahead that can be. */
export function scorer(analysis: Analysis, { summary, lang }: Pair): (indexes: readonly number[]) => { one: number; two: number } {
  const reference = rougeTokens(summary, lang)
  const sentences = analysis.sentences.map(({ text }) => rougeTokens(text, lang))
  const ones = counted(reference)
  const twos = counted(reference.slice(1).map((token, index) => `${reference[index] ?? ''} ${token}`))
  return (indexes) => {
    const tokens = indexes.flatMap((index) => sentences[index] ?? [])
    const one = hits(tokens, ones)
    const two = hits(tokens.slice(1).map((token, index) => `${tokens[index] ?? ''} ${token}`), twos)
    return { one: ratio(one, tokens.length + reference.length), two: ratio(two, tokens.length + reference.length - 2) }
  }
}

function counted(grams: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1)
  return counts
}

function hits(grams: readonly string[], wanted: ReadonlyMap<string, number>): number {
  let total = 0
  const used = new Map<string, number>()
  for (const gram of grams) {
    const limit = wanted.get(gram)
    if (limit === undefined) continue
    const before = used.get(gram) ?? 0
    if (before < limit) total++
    used.set(gram, before + 1)
  }
  return total
}

function ratio(hit: number, total: number): number {
  return hit === 0 ? 0 : (2 * hit) / total
}
