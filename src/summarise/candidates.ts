import type { Blurb, BlurbCandidate, Budget, CandidateKind, SummariserInput } from '../model/blurb.ts'
import { countWords } from '../lib/words.ts'
import { blurbOf } from './extract/blurb.ts'
import { bestOf, type ScoredSet, scoredSets } from './extract/choose.ts'
import { type DocumentSentence, documentOf } from './extract/document.ts'
import { leadOf } from './lead.ts'
import { shortened } from './shorten.ts'
import { placesOf } from './text/places.ts'

/** Language when neither the article nor its text tells. */
const fallbackLanguage = 'en'
/** Share of the budget that the shorter candidate may take. */
const shorterShare = 0.6

/**
 * Up to four different blurbs of an article for an editor to choose from, each of whole sentences within the budget:
 * the best, a shorter one, the first sentences, and the one that has least in common with the best. Those that come
 * out alike are left out, so that a short article has fewer. Empty when the text has nothing for a blurb.
 */
export function candidatesOf({ title, text, lang = fallbackLanguage }: SummariserInput, { words }: Budget): BlurbCandidate[] {
  const sentences = documentOf(text, lang)
  const [first] = sentences
  if (first === undefined) return []
  const sets = scoredSets(sentences, title, lang, words)
  const best = bestOf(sets)
  if (best === undefined) return [candidate('best', [{ ...first, text: shortened(first.text, words, lang) }], text, lang)]
  const shorter = bestOf(scoredSets(sentences, title, lang, Math.max(1, Math.round(words * shorterShare))))
  const kinds: [CandidateKind, readonly DocumentSentence[] | undefined][] = [
    ['best', best.sentences],
    ['shorter', shorter !== undefined && shorter.words < best.words ? shorter.sentences : undefined],
    ['lead', leadOf(sentences, words)],
    ['different', mostDifferent(sets, best)?.sentences],
  ]
  const candidates: BlurbCandidate[] = []
  for (const [kind, picked] of kinds) {
    if (picked === undefined || picked.length === 0) continue
    const found = candidate(kind, picked, text, lang)
    if (candidates.every((other) => other.text !== found.text)) candidates.push(found)
  }
  return candidates
}

/** The set that shares fewest words with the best one; of those that share as few, the one with the highest score. */
function mostDifferent(sets: readonly ScoredSet[], best: ScoredSet): ScoredSet | undefined {
  const taken = new Set(best.sentences.map(({ index }) => index))
  const shared = ({ sentences }: ScoredSet): number => sentences.reduce((sum, { index, words }) => sum + (taken.has(index) ? words : 0), 0)
  let found: { set: ScoredSet; shared: number } | undefined
  for (const set of sets) {
    const common = shared(set)
    if (found === undefined || common < found.shared || (common === found.shared && set.score > found.set.score)) found = { set, shared: common }
  }
  return found?.set
}

function candidate(kind: CandidateKind, picked: readonly DocumentSentence[], source: string, lang: string): BlurbCandidate {
  const blurb: Blurb = blurbOf(picked, kind === 'lead' ? 'lead' : 'extractive', lang)
  const places = placesOf(source, blurb.sentences.map((sentence) => sentence.text))
  return {
    kind,
    text: blurb.text,
    words: countWords(blurb.text, lang),
    sentences: blurb.sentences.map((sentence, index) => ({ ...sentence, ...places[index] })),
  }
}
