import { type AnalysedSentence, type Analysis, likeness } from './analysis.ts'
import type { Salience } from './salience.ts'

/** What is measured of a set of sentences as a whole. The order is that of the weights file. */
export const setFeatureNames = [
  'sentences', 'fill', 'fillSquared', 'underfilled', 'redundancy', 'neighbours', 'hasFirst', 'logFirstIndex', 'logLastIndex', 'opensDangling',
  'danglingInside', 'titleCovered', 'differentWords', 'topicalWords', 'isLead', 'logGap', 'openingLength', 'needWords', 'needPairs', 'needWordsF',
  'needPairsF', 'needWordsMean', 'needPairsMean',
] as const

/** The sum over a growing and shrinking set of sentences from which its features are read, so that none is computed twice. */
export class SentenceSet {
  readonly members: AnalysedSentence[] = []
  words = 0
  readonly #analysis: Analysis
  readonly #salience: Salience
  readonly #budget: number
  /** How often a stem, and a pair of stems, is in the set. */
  readonly #stems: Uint16Array
  readonly #pairs: Uint16Array
  readonly #likeness = new Map<number, number>()
  #different = 0
  #tokens = 0
  #title = 0
  #topical = 0
  #needWords = 0
  #needPairs = 0

  constructor(analysis: Analysis, salience: Salience, budget: number) {
    this.#analysis = analysis
    this.#salience = salience
    this.#budget = budget
    this.#stems = new Uint16Array(analysis.stems.length)
    this.#pairs = new Uint16Array(salience.pairCount)
  }

  push(sentence: AnalysedSentence): void {
    this.members.push(sentence)
    this.#change(sentence, 1)
  }

  pop(): void {
    const sentence = this.members.pop()
    if (sentence !== undefined) this.#change(sentence, -1)
  }

  #change(sentence: AnalysedSentence, by: 1 | -1): void {
    const { frequency, content, titleWeight } = this.#analysis
    this.words += by * sentence.words
    this.#tokens += by * sentence.ids.length
    for (const id of sentence.ids) {
      const before = this.#stems[id] ?? 0
      this.#stems[id] = before + by
      if (before + by > 1 || before > 1) continue
      this.#different += by
      this.#title += by * (titleWeight[id] ?? 0)
      this.#needWords += by * (this.#salience.words[id] ?? 0)
      if (content[id] === true) this.#topical += by * Math.log(1 + (frequency[id] ?? 0))
    }
    const pairs = this.#salience.pairs[sentence.index]
    const numbers = this.#salience.pairIds[sentence.index]
    if (pairs === undefined || numbers === undefined) return
    for (let position = 0; position < numbers.length; position++) {
      const number = numbers[position] ?? 0
      const before = this.#pairs[number] ?? 0
      this.#pairs[number] = before + by
      if (before + by <= 1 && before <= 1) this.#needPairs += by * (pairs[position] ?? 0)
    }
  }

  /** Writes the features of the set as it is into `out`, in the order of `setFeatureNames`. */
  features(out: Float64Array): void {
    const [first] = this.members
    const last = this.members.at(-1)
    if (first === undefined || last === undefined) return
    const budget = this.#budget
    const fill = this.words / budget
    const size = this.members.length
    const { redundancy, neighbours, dangling } = this.#cohesion()
    let at = 0
    const write = (value: number): void => {
      out[at++] = value
    }
    write(size)
    write(fill)
    write(fill * fill)
    write(Math.max(0, 0.8 - fill))
    write(redundancy)
    write(neighbours)
    write(first.index === 0 ? 1 : 0)
    write(Math.log(1 + first.index))
    write(Math.log(1 + last.index))
    write(first.dangling ? 1 : 0)
    write(dangling)
    write(this.#title / this.#analysis.titleTotal)
    write(this.#different / budget)
    write(this.#topical / budget)
    write(last.index === size - 1 ? 1 : 0)
    write(Math.log(1 + last.index - first.index + 1 - size))
    write(first.words / budget)
    write(this.#needWords / budget)
    write(this.#needPairs / budget)
    write((2 * this.#needWords) / (this.#tokens + budget))
    write((2 * this.#needPairs) / (this.#tokens + budget))
    write(this.#needWords / Math.max(1, this.#tokens))
    write(this.#needPairs / Math.max(1, this.#tokens))
  }

  #cohesion(): { redundancy: number; neighbours: number; dangling: number } {
    let redundancy = 0
    let neighbours = 0
    let dangling = 0
    for (let position = 0; position < this.members.length; position++) {
      const sentence = this.members[position]
      const previous = this.members[position - 1]
      if (sentence === undefined) continue
      if (previous?.index === sentence.index - 1) neighbours++
      else if (previous !== undefined && sentence.dangling) dangling++
      for (let other = 0; other < position; other++) redundancy = Math.max(redundancy, this.likenessOf(this.members[other], sentence))
    }
    return { redundancy, neighbours, dangling }
  }

  /** Likeness of two sentences, computed once. */
  likenessOf(a: AnalysedSentence | undefined, b: AnalysedSentence): number {
    if (a === undefined) return 0
    const key = a.index * 4096 + b.index
    let value = this.#likeness.get(key)
    if (value === undefined) {
      value = likeness(a, b)
      this.#likeness.set(key, value)
    }
    return value
  }
}
