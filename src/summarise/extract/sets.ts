import type { AnalysedSentence, Analysis } from './analysis.ts'
import { endsWell, mannersOf, type Manners, type Strictness } from './admissible.ts'
import type { SentenceSet } from './set-features.ts'

/** Sentences that sets are made of. More take longer and do not score better. */
const poolSize = 16
const mostSentences = 5
/** A set that leaves more than this share of the budget empty is looked at only when there is no fuller one. */
const leastFill = 0.45
/** Nearly the same sentence twice. */
const mostLikeness = 0.75

/** The sentences of an article worth combining, in its order: early ones, ones near its centre and near its title. */
export function poolOf(analysis: Analysis, budget: number, strictness: Strictness): AnalysedSentence[] {
  const fitting = analysis.sentences.filter((sentence) => sentence.words <= budget && mannersOf(sentence, strictness).usable)
  if (fitting.length <= poolSize) return fitting
  const promise = ({ index, unique, central }: AnalysedSentence): number => {
    let covered = 0
    for (const id of unique) covered += analysis.titleWeight[id] ?? 0
    return 1.2 / (1 + index) + covered / analysis.titleTotal + 1.5 * central + (index < 8 ? 0.3 : 0)
  }
  return fitting
    .map((sentence) => ({ sentence, promise: promise(sentence) }))
    .sort((a, b) => b.promise - a.promise || a.sentence.index - b.sentence.index)
    .slice(0, poolSize)
    .map(({ sentence }) => sentence)
    .sort((a, b) => a.index - b.index)
}

/**
 * Visits every set of a pool's sentences that fits the budget and reads well, as `set` then holds it. Sets that
 * leave much of the budget empty are visited only when there is no fuller one.
 */
export function visitSets(pool: readonly AnalysedSentence[], budget: number, strictness: Strictness, set: SentenceSet, visit: () => void): void {
  const manners = new Map(pool.map((sentence) => [sentence.index, mannersOf(sentence, strictness)]))
  const walk = (start: number, least: number): number => {
    let visited = 0
    const last = set.members.at(-1)
    if (last !== undefined && set.words >= least && endsWell(last, strictness)) {
      visit()
      visited++
    }
    if (set.members.length === mostSentences) return visited
    for (let position = start; position < pool.length; position++) {
      const sentence = pool[position]
      if (sentence === undefined || set.words + sentence.words > budget || !follows(set, sentence, manners)) continue
      set.push(sentence)
      visited += walk(position + 1, least)
      set.pop()
    }
    return visited
  }
  if (walk(0, leastFill * budget) === 0) walk(0, 0)
}

function follows(set: SentenceSet, sentence: AnalysedSentence, manners: ReadonlyMap<number, Manners>): boolean {
  const previous = set.members.at(-1)
  const neighbour = previous?.index === sentence.index - 1
  const own = manners.get(sentence.index)
  if (own?.needsPrevious === true && !neighbour) return false
  if (own?.needsSpeaker === true && previous?.tellsSpeaker !== true && previous?.bare !== true) return false
  return set.members.every((member) => set.likenessOf(member, sentence) <= mostLikeness)
}
