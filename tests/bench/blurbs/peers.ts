import { type AnalysedSentence, type Analysis, likeness } from '../../../src/summarise/extract/analysis.ts'
import { countWords } from '../../../src/lib/words.ts'
import { sentencesOf } from '../../../src/summarise/text/sentences.ts'
import { analysisOf } from './examples.ts'
import type { Pair } from './data.ts'

/** A sentence that can be taken into a blurb. */
export interface Choice {
  text: string
  words: number
}

/** A way to make a blurb of whole sentences within the pair's budget. */
export type Peer = (pair: Pair) => string | Promise<string>

/** Indexes of the first sentences, until one does not fit. */
export function leadIndexes(choices: readonly Choice[], budget: number): number[] {
  let words = 0
  const misfit = choices.findIndex((choice) => (words += choice.words) > budget)
  return Array.from(misfit === -1 ? choices : choices.slice(0, misfit), (_, index) => index)
}

/** Indexes of the first sentences that fit, those that do not being skipped. */
export function skippingIndexes(choices: readonly Choice[], budget: number): number[] {
  let left = budget
  return choices.flatMap(({ words }, index) => {
    if (words > left) return []
    left -= words
    return [index]
  })
}

/** The first sentences, until one does not fit. */
export function lead(choices: readonly Choice[], budget: number): string {
  return leadIndexes(choices, budget).map((index) => choices[index]?.text ?? '').join(' ')
}

/** Sentences in the order given that still fit, put back into the order of the article. */
export function filled<Sentence extends Choice>(ranked: readonly Sentence[], budget: number, place: (sentence: Sentence) => number): string {
  let left = budget
  const picked: Sentence[] = []
  for (const sentence of ranked) {
    if (sentence.words === 0 || sentence.words > left) continue
    left -= sentence.words
    picked.push(sentence)
  }
  return picked.sort((a, b) => place(a) - place(b)).map(({ text }) => text).join(' ')
}

/** The sentences of a text with its bylines, captions and calls on the reader, as a tool without cleaning has them. */
export function rawSentences({ text, lang }: Pair): Choice[] {
  return text
    .split(/\n+/)
    .flatMap((line) => sentencesOf(line.replace(/^[#>*\s-]+/, '').replace(/\s+/g, ' ').trim(), lang))
    .map((sentence) => ({ text: sentence.text, words: countWords(sentence.text, lang) }))
}

/** R. Mihalcea and P. Tarau, "TextRank: bringing order into texts" (EMNLP 2004): shared words by the logs of the lengths. */
export function textRank(pair: Pair): string {
  const analysis = analysisOf(pair)
  const sets = analysis.sentences.map(({ unique }) => new Set(unique.filter((id) => analysis.content[id] === true)))
  const shared = (one: number, other: number): number => {
    const [a, b] = [sets[one] ?? new Set(), sets[other] ?? new Set()]
    let common = 0
    for (const id of a) if (b.has(id)) common++
    const length = Math.log(Math.max(2, a.size)) + Math.log(Math.max(2, b.size))
    return common / length
  }
  return byRank(analysis, shared, pair.budget)
}

/** G. Erkan and D. Radev, "LexRank" (JAIR 22, 2004), continuous: the walk follows the cosines of tf-idf weights. */
export function lexRank(pair: Pair): string {
  const analysis = analysisOf(pair)
  const cosine = (one: number, other: number): number => {
    const [a, b] = [analysis.sentences[one], analysis.sentences[other]]
    return a === undefined || b === undefined ? 0 : likeness(a, b)
  }
  return byRank(analysis, cosine, pair.budget)
}

function byRank({ sentences }: Analysis, weight: (one: number, other: number) => number, budget: number): string {
  const count = Math.min(sentences.length, 120)
  const weights = Array.from({ length: count }, (_, one) => Array.from({ length: count }, (_, other) => (one === other ? 0 : weight(one, other))))
  const sums = weights.map((row) => row.reduce((sum, value) => sum + value, 0) || 1)
  let rank = new Array<number>(count).fill(1 / count)
  for (let step = 0; step < 40; step++) {
    rank = rank.map((_, one) => 0.15 / count + 0.85 * rank.reduce((sum, value, other) => sum + (value * (weights[other]?.[one] ?? 0)) / (sums[other] ?? 1), 0))
  }
  const ranked = sentences.slice(0, count).sort((a, b) => (rank[b.index] ?? 0) - (rank[a.index] ?? 0) || a.index - b.index)
  return filled<AnalysedSentence>(ranked, budget, ({ index }) => index)
}
