import { isSaidByPronoun, opensWithPronoun, speaksOfKnown } from '../text/antecedent.ts'
import { isDangling } from '../text/opening.ts'
import { leadsOn, speaksOfItself } from '../text/self-reference.ts'
import { type Speech, speechOf } from '../text/speech.ts'
import { strangersWords } from '../text/voice.ts'
import type { DocumentSentence } from './document.ts'
import { introductionsOf } from './names.ts'
import { isContent, type Token, tokensOf } from './tokens.ts'

/** A sentence with what comparing it with the others needs. */
export interface AnalysedSentence extends DocumentSentence, Speech {
  tokens: Token[]
  /** Number of each token's stem in the article. */
  ids: number[]
  /** Different stems by their number, with the weight each has in the sentence: its count by its rarity, length one in all. */
  unique: number[]
  weights: number[]
  /** Likeness to the article as a whole. */
  central: number
  /** Mean likeness to all the others, to those after it and to those before it. */
  degree: number
  forward: number
  backward: number
  toFirst: number
  toPrevious: number
  /** Begins by pointing at what was said before. */
  dangling: boolean
  /** Speaks of somebody or something that was told of before. */
  known: boolean
  /** Speaks of the text that it stands in. */
  ofItself: boolean
  /** Leads the reader on and tells nothing. */
  leadsOn: boolean
  /** Sentences that tell who is meant, for each person whom this one calls by the last name alone. */
  introductions: readonly (readonly number[])[]
}

/** An article, read for choosing sentences of it. */
export interface Analysis {
  sentences: AnalysedSentence[]
  /** How many sentences have a stem, by its number. */
  frequency: number[]
  /** Whether a stem says something of its own. */
  content: boolean[]
  stems: string[]
  /** What each stem of the title adds to covering it; 0 for stems that are not in the title. */
  titleWeight: number[]
  /** Sum over the title, at least 1. */
  titleTotal: number
  titleStems: ReadonlySet<string>
  /** Pairs of neighbouring stems in the title. */
  titlePairs: ReadonlySet<string>
}

/** Later sentences of long articles are compared with these many only. */
const compared = 60

/** Reads an article's sentences against each other and against its title. */
export function analyse(sentences: readonly DocumentSentence[], title: string, lang: string): Analysis {
  const numbers = new Map<string, number>()
  const stems: string[] = []
  const frequency: number[] = []
  const content: boolean[] = []
  const primary = lang.split('-')[0] ?? lang
  const texts = sentences.map(({ text }) => text)
  const strange = strangersWords(texts, primary)
  const introductions = introductionsOf(texts, title, primary)
  const analysed = sentences.map((sentence, index): AnalysedSentence => {
    const tokens = tokensOf(sentence.text, lang)
    const ids = tokens.map(({ stem, length }) => {
      let id = numbers.get(stem)
      if (id === undefined) {
        id = stems.length
        numbers.set(stem, id)
        stems.push(stem)
        frequency.push(0)
        content.push(isContent(stem, length))
      }
      return id
    })
    const unique = Array.from(new Set(ids)).sort((a, b) => a - b)
    for (const id of unique) frequency[id] = (frequency[id] ?? 0) + 1
    const { text } = sentence
    const { bare, tellsSpeaker } = speechOf(sentence)
    return {
      ...sentence,
      tellsSpeaker,
      bare: bare || strange[index] === true,
      dangling: isDangling(text, lang) || opensWithPronoun(text, primary),
      known: (index > 0 && speaksOfKnown(text, primary)) || isSaidByPronoun(text.startsWith(sentence.before) ? text : sentence.before + text, primary),
      ofItself: speaksOfItself(text),
      leadsOn: leadsOn(text),
      introductions: introductions[index] ?? [],
      tokens, ids, unique, weights: [], central: 0, degree: 0, forward: 0, backward: 0, toFirst: 0, toPrevious: 0,
    }
  })
  const titleTokens = tokensOf(title, lang)
  const analysis: Analysis = {
    sentences: analysed,
    frequency,
    content,
    stems,
    titleWeight: new Array<number>(stems.length).fill(0),
    titleTotal: 1,
    titleStems: new Set(titleTokens.map(({ stem }) => stem)),
    titlePairs: new Set(titleTokens.slice(1).map(({ stem }, index) => `${titleTokens[index]?.stem ?? ''} ${stem}`)),
  }
  weighTitle(analysis, titleTokens, numbers)
  weighSentences(analysis)
  compare(analysis)
  return analysis
}

function weighTitle(analysis: Analysis, tokens: readonly Token[], numbers: ReadonlyMap<string, number>): void {
  let total = 0
  const seen = new Set<string>()
  for (const { stem, length } of tokens) {
    if (seen.has(stem) || !isContent(stem, length)) continue
    seen.add(stem)
    const id = numbers.get(stem)
    const weight = 1 + Math.log(1 + (id === undefined ? 0 : (analysis.frequency[id] ?? 0)))
    total += weight
    if (id !== undefined) analysis.titleWeight[id] = weight
  }
  analysis.titleTotal = total === 0 ? 1 : total
}

function weighSentences({ sentences, frequency }: Analysis): void {
  const rarity = frequency.map((count) => Math.log(1 + sentences.length / count))
  for (const sentence of sentences) {
    const counts = new Map<number, number>()
    for (const id of sentence.ids) counts.set(id, (counts.get(id) ?? 0) + 1)
    const raw = sentence.unique.map((id) => (counts.get(id) ?? 0) * (rarity[id] ?? 0))
    const length = Math.sqrt(raw.reduce((sum, weight) => sum + weight * weight, 0)) || 1
    sentence.weights = raw.map((weight) => weight / length)
    // The article's centre is made of the raw weights, in which long sentences count for more.
    sentence.central = length
  }
}

/** All the likenesses, in time linear in the article: a sentence is compared with sums of the others. */
function compare({ sentences, stems }: Analysis): void {
  const centre = new Float64Array(stems.length)
  const all = new Float64Array(stems.length)
  const before = new Float64Array(stems.length)
  const few = sentences.slice(0, compared)
  for (const sentence of sentences) add(centre, sentence, sentence.central)
  for (const sentence of few) add(all, sentence, 1)
  const centreLength = Math.sqrt(centre.reduce((sum, weight) => sum + weight * weight, 0)) || 1
  const others = Math.max(1, few.length - 1)
  const [first] = sentences
  for (const sentence of sentences) {
    const { index } = sentence
    sentence.central = dot(centre, sentence) / centreLength
    if (index < compared) {
      sentence.backward = dot(before, sentence) / others
      sentence.degree = Math.max(0, dot(all, sentence) - 1) / others
      sentence.forward = Math.max(0, sentence.degree - sentence.backward)
      add(before, sentence, 1)
    }
    const previous = sentences[index - 1]
    sentence.toFirst = first === undefined || index === 0 ? 1 : likeness(first, sentence)
    sentence.toPrevious = previous === undefined ? 0 : likeness(previous, sentence)
  }
}

function add(sum: Float64Array, { unique, weights }: AnalysedSentence, factor: number): void {
  for (let position = 0; position < unique.length; position++) {
    const id = unique[position] ?? 0
    sum[id] = (sum[id] ?? 0) + (weights[position] ?? 0) * factor
  }
}

function dot(sum: Float64Array, { unique, weights }: AnalysedSentence): number {
  let total = 0
  for (let position = 0; position < unique.length; position++) total += (sum[unique[position] ?? 0] ?? 0) * (weights[position] ?? 0)
  return total
}

/** Cosine of two sentences' weights, from 0 to 1. */
export function likeness(a: AnalysedSentence, b: AnalysedSentence): number {
  let total = 0
  let other = 0
  // Both lists are in order, so that one walk finds what they share.
  for (let position = 0; position < a.unique.length; position++) {
    const id = a.unique[position] ?? 0
    while ((b.unique[other] ?? Infinity) < id) other++
    if (b.unique[other] === id) total += (a.weights[position] ?? 0) * (b.weights[other] ?? 0)
  }
  return total
}
