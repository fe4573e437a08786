import type { Analysis } from './analysis.ts'

/** What is measured of a word of an article, to tell how likely a blurb needs it. */
export const wordFeatureNames = [
  'bias', 'logCount', 'sentenceShare', 'inverseFirst', 'inFirst', 'inSecond', 'inThird', 'inNextThree', 'inTitle', 'letters2', 'letters3',
  'letters5', 'letters9', 'digits', 'name', 'alwaysName', 'logEarly', 'mostCentral', 'meanCentral', 'lastPosition', 'repeated', 'titleName',
  'mostDegree', 'rarity',
] as const

/** What is measured of two words that stand together. */
export const pairFeatureNames = [
  'bias', 'product', 'logLeft', 'logRight', 'least', 'logCount', 'repeated', 'inFirst', 'inSecond', 'inThird', 'inverseFirst', 'pairInTitle',
  'bothInTitle', 'shortLeft', 'shortRight', 'names', 'digits', 'mostCentral',
] as const

/** How likely a blurb needs each word and each pair of neighbouring words of an article. */
export interface Salience {
  /** By the number of the stem. */
  words: Float64Array
  /** For each sentence, by the position of the left word. */
  pairs: Float64Array[]
  /** For each sentence, the number of the pair at each position, so that a pair counts once in a set. */
  pairIds: Int32Array[]
  pairCount: number
}

/** The features of every word, by the number of its stem. */
export function wordFeatures(analysis: Analysis): number[][] {
  const { sentences, stems, frequency, titleStems } = analysis
  const size = stems.length
  const counts = new Float64Array(size)
  const capitals = new Float64Array(size)
  const early = new Float64Array(size)
  const first = new Int32Array(size).fill(-1)
  const last = new Int32Array(size)
  const length = new Int32Array(size)
  const central = new Float64Array(size)
  const centralSum = new Float64Array(size)
  const degree = new Float64Array(size)
  const inside = new Int32Array(size)
  for (const { ids, unique, tokens, index, central: likeness, degree: links } of sentences) {
    for (const [position, id] of ids.entries()) {
      counts[id] = (counts[id] ?? 0) + 1
      if (tokens[position]?.capital === true) capitals[id] = (capitals[id] ?? 0) + 1
      if (index < 5) early[id] = (early[id] ?? 0) + 1
      if (first[id] === -1) {
        first[id] = index
        length[id] = tokens[position]?.length ?? 0
      }
      last[id] = index
    }
    for (const id of unique) {
      central[id] = Math.max(central[id] ?? 0, likeness)
      centralSum[id] = (centralSum[id] ?? 0) + likeness
      degree[id] = Math.max(degree[id] ?? 0, links)
      if (index < 6) inside[id] = (inside[id] ?? 0) | (index < 3 ? 1 << index : 8)
    }
  }
  const total = sentences.length
  return stems.map((stem, id) => {
    const appearances = frequency[id] ?? 1
    const letters = length[id] ?? 0
    const title = titleStems.has(stem) ? 1 : 0
    const name = (capitals[id] ?? 0) > 0 ? 1 : 0
    const places = inside[id] ?? 0
    return [
      1,
      Math.log(counts[id] ?? 1),
      appearances / total,
      1 / (1 + (first[id] ?? 0)),
      places & 1 ? 1 : 0,
      places & 2 ? 1 : 0,
      places & 4 ? 1 : 0,
      places & 8 ? 1 : 0,
      title,
      letters <= 2 ? 1 : 0,
      letters === 3 ? 1 : 0,
      letters === 4 || letters === 5 ? 1 : 0,
      letters >= 9 ? 1 : 0,
      /\d/.test(stem) ? 1 : 0,
      name,
      capitals[id] === counts[id] ? 1 : 0,
      Math.log(1 + (early[id] ?? 0)),
      central[id] ?? 0,
      (centralSum[id] ?? 0) / appearances,
      (last[id] ?? 0) / Math.max(1, total - 1),
      appearances > 1 ? 1 : 0,
      title * name,
      degree[id] ?? 0,
      Math.log(1 + total / appearances),
    ]
  })
}

/** Two words that stand together, by the numbers of their stems, and where they do. */
interface Pair {
  left: number
  right: number
  count: number
  appearances: number
  lastSeen: number
  first: number
  inside: number
  central: number
  shortLeft: boolean
  shortRight: boolean
  names: boolean
}

/**
 * The features of every pair of neighbouring words, the pairs themselves, and by their numbers those of each sentence.
 *
 * @param words how likely each word is needed
 */
export function pairFeatures(analysis: Analysis, words: Float64Array): { features: number[][]; ids: Int32Array[]; pairs: Pair[] } {
  const { sentences, stems, titlePairs, titleStems } = analysis
  const numbers = new Map<number, number>()
  const pairs: Pair[] = []
  const ids = sentences.map(({ ids: stemIds, tokens, index, central }) => {
    const found = new Int32Array(Math.max(0, stemIds.length - 1))
    for (let position = 0; position < found.length; position++) {
      const left = stemIds[position] ?? 0
      const right = stemIds[position + 1] ?? 0
      const key = left * stems.length + right
      let number = numbers.get(key)
      if (number === undefined) {
        number = pairs.length
        numbers.set(key, number)
        const [a, b] = [tokens[position], tokens[position + 1]]
        const names = a?.capital === true && b?.capital === true
        pairs.push({ left, right, count: 0, appearances: 0, lastSeen: -1, first: index, inside: 0, central: 0, shortLeft: (a?.length ?? 0) <= 3, shortRight: (b?.length ?? 0) <= 3, names })
      }
      found[position] = number
      const pair = pairs[number]
      if (pair === undefined) continue
      pair.count++
      if (pair.lastSeen !== index) {
        pair.lastSeen = index
        pair.appearances++
        pair.central = Math.max(pair.central, central)
        if (index < 3) pair.inside |= 1 << index
      }
    }
    return found
  })
  const digits = stems.map((stem) => /\d/.test(stem))
  const inTitle = stems.map((stem) => titleStems.has(stem))
  const keyOf = ({ left, right }: Pair): string => `${stems[left] ?? ''} ${stems[right] ?? ''}`
  const features = pairs.map((pair) => {
    const p = words[pair.left] ?? 0
    const q = words[pair.right] ?? 0
    const bothInTitle = inTitle[pair.left] === true && inTitle[pair.right] === true
    return [
      1,
      p * q,
      Math.log(p),
      Math.log(q),
      Math.min(p, q),
      Math.log(pair.count),
      pair.appearances > 1 ? 1 : 0,
      pair.inside & 1 ? 1 : 0,
      pair.inside & 2 ? 1 : 0,
      pair.inside & 4 ? 1 : 0,
      1 / (1 + pair.first),
      bothInTitle && titlePairs.has(keyOf(pair)) ? 1 : 0,
      bothInTitle ? 1 : 0,
      pair.shortLeft ? 1 : 0,
      pair.shortRight ? 1 : 0,
      pair.names ? 1 : 0,
      digits[pair.left] === true || digits[pair.right] === true ? 1 : 0,
      pair.central,
    ]
  })
  return { features, ids, pairs }
}

/** How likely each word and pair is needed, by weights learned for `wordFeatureNames` and `pairFeatureNames`. */
export function salienceOf(analysis: Analysis, wordWeights: readonly number[], pairWeights: readonly number[]): Salience {
  const words = likelihoods(wordFeatures(analysis), wordWeights)
  const { features, ids } = pairFeatures(analysis, words)
  const likely = likelihoods(features, pairWeights)
  const pairs = ids.map((numbers) => {
    const values = new Float64Array(numbers.length)
    for (let position = 0; position < numbers.length; position++) values[position] = likely[numbers[position] ?? 0] ?? 0
    return values
  })
  return { words, pairs, pairIds: ids, pairCount: features.length }
}

function likelihoods(features: readonly number[][], weights: readonly number[]): Float64Array {
  const values = new Float64Array(features.length)
  for (let index = 0; index < features.length; index++) values[index] = logistic(product(features[index] ?? [], weights))
  return values
}

/** Sum of the products of values and weights. */
export function product(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < weights.length; index++) sum += (values[index] ?? 0) * (weights[index] ?? 0)
  return sum
}

function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value))
}
