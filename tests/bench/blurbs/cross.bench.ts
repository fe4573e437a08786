import { it } from 'vitest'
import { bestOf, scoredSets } from '../../../src/summarise/extract/choose.ts'
import { sentenceFeatureNames } from '../../../src/summarise/extract/sentence-features.ts'
import type { Weights } from '../../../src/summarise/extract/weights.ts'
import { meanOf, pairedDifference, written } from './bootstrap.ts'
import { readSet, trainingSets } from './data.ts'
import { analysisOf, fitSalience, prepare, scorer } from './examples.ts'
import { leadIndexes, skippingIndexes } from './peers.ts'
import { fitSets } from './ridge.ts'

// npm run bench -- blurbs/cross
// The parts held aside of the small sets hold a handful of articles. Here every article of the development data is
// scored once, by a model that was learned without its third of the data.
const folds = 3

it('scores every article by a model that has not seen it', () => {
  const articles = trainingSets
    .flatMap(readSet)
    .map((pair, number) => ({ pair, analysis: analysisOf(pair), fold: number % folds }))
    .filter(({ analysis }) => analysis.sentences.length > 0)
  const scores = new Map<string, Record<'ours' | 'lead' | 'skipping', { one: number; two: number }[]>>()
  for (let fold = 0; fold < folds; fold++) {
    const weights = learned(articles.filter((article) => article.fold !== fold))
    for (const { pair, analysis } of articles.filter((article) => article.fold === fold)) {
      const score = scorer(analysis, pair)
      const best = bestOf(scoredSets(analysis.sentences, pair.title, pair.lang, pair.budget, weights))
      const lists = scores.get(pair.set) ?? { ours: [], lead: [], skipping: [] }
      lists.ours.push(score(best?.sentences.map(({ index }) => index) ?? []))
      lists.lead.push(score(leadIndexes(analysis.sentences, pair.budget)))
      lists.skipping.push(score(skippingIndexes(analysis.sentences, pair.budget)))
      scores.set(pair.set, lists)
    }
  }
  console.log('\n| set | articles | ours | Lead | ahead of Lead by ROUGE-1 | by ROUGE-2 | ahead of the Lead that skips by ROUGE-1 | by ROUGE-2 |\n|---|---|---|---|---|---|---|---|')
  for (const [set, { ours, lead, skipping }] of scores) {
    const both = (list: typeof ours): string => `${(100 * meanOf(list.map(({ one }) => one))).toFixed(1)} / ${(100 * meanOf(list.map(({ two }) => two))).toFixed(1)}`
    const ahead = (other: typeof ours, key: 'one' | 'two'): string => written(pairedDifference(ours.map((score) => 100 * score[key]), other.map((score) => 100 * score[key])))
    console.log(`| ${[set, ours.length, both(ours), both(lead), ahead(lead, 'one'), ahead(lead, 'two'), ahead(skipping, 'one'), ahead(skipping, 'two')].join(' | ')} |`)
  }
})

function learned(articles: readonly { pair: Parameters<typeof prepare>[0]; analysis: Parameters<typeof prepare>[1] }[]): Weights {
  const salience = fitSalience(articles)
  const prepared = articles.map(({ pair, analysis }) => prepare(pair, analysis, salience)).filter((one) => one.scores.length > 1)
  const both = Array.from(fitSets(prepared))
  return { ...salience, sentence: both.slice(0, sentenceFeatureNames.length), set: both.slice(sentenceFeatureNames.length) }
}
