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
  const promise = ({ index, unique, central }: AnalysedSentence): number => {
    let covered = 0
    for (const id of unique) covered += analysis.titleWeight[id] ?? 0
    return 1.2 / (1 + index) + covered / analysis.titleTotal + 1.5 * central + (index < 8 ? 0.3 : 0)
  }
  const fitting = analysis.sentences.filter((sentence) => sentence.words <= budget)
  const manners = new Map(fitting.map((sentence) => [sentence.index, mannersOf(sentence, strictness)]))
  const ranked = fitting
    .filter(({ index }) => manners.get(index)?.usable === true)
    .map((sentence) => ({ sentence, promise: promise(sentence) }))
    .sort((a, b) => b.promise - a.promise || a.sentence.index - b.sentence.index)
    .map(({ sentence }) => sentence)
  return withTheirNeighbours(ranked, manners).sort((a, b) => a.index - b.index)
}

/** The first of a ranking; one that does not read without a neighbour gives its place up when the neighbour is not among them. */
function withTheirNeighbours(ranked: readonly AnalysedSentence[], manners: ReadonlyMap<number, Manners>): AnalysedSentence[] {
  let pool = new Set(ranked.slice(0, poolSize))
  let next = poolSize
  for (;;) {
    const indexes = new Set(Array.from(pool, ({ index }) => index))
    const kept = Array.from(pool).filter(({ index }) => {
      const { needsPrevious, needsSpeaker, needsNext } = manners.get(index) ?? {}
      if (needsPrevious === true && !indexes.has(index - 1)) return false
      if (needsNext === true && !indexes.has(index + 1)) return false
      return needsSpeaker !== true || indexes.has(index - 1) || indexes.has(index + 1)
    })
    if (kept.length === pool.size) return kept
    const missing = poolSize - kept.length
    pool = new Set([...kept, ...ranked.slice(next, next + missing)])
    next += missing
  }
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
    if (last !== undefined && set.words >= least && endsWell(last, strictness) && !isOpen(set, manners)) {
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
  if (previous !== undefined && !neighbour && manners.get(previous.index)?.needsNext === true) return false
  if (isOpen(set, manners) && !(neighbour && (sentence.bare || sentence.tellsSpeaker))) return false
  if (own?.cannotOpen === true && set.members.every(({ bare }) => bare)) return false
  if (own?.needsPrevious === true && !neighbour) return false
  // Somebody's words may also stand before the end of the same quotation, where it is told whose they are.
  if (own?.needsSpeaker === true && sentence.after === '' && !(neighbour && (previous.tellsSpeaker || previous.bare))) return false
  return set.members.every((member) => set.likenessOf(member, sentence) <= mostLikeness)
}

/** Whether the set ends in somebody's words and has not told yet whose they are. */
function isOpen({ members }: SentenceSet, manners: ReadonlyMap<number, Manners>): boolean {
  for (let position = members.length - 1; position >= 0; position--) {
    const member = members[position]
    if (member === undefined || manners.get(member.index)?.needsSpeaker !== true) return position < members.length - 1
    const previous = members[position - 1]
    if (previous?.index !== member.index - 1) return true
    if (previous.tellsSpeaker) return false
  }
  return false
}
