import { importance, type Prepared, size } from './examples.ts'
import { Gram } from './learn.ts'

/**
 * Weights by which the sum of a set's features comes nearest to its ROUGE-1 and ROUGE-2, compared with the other sets
 * of the same article only: which article is easier is none of the model's business.
 */
export function fitSets(articles: readonly Prepared[], ridge = 1e-3): Float64Array {
  const means = articles.map(meanOf)
  const spread = new Float64Array(size)
  for (const [index, article] of articles.entries()) {
    const mean = means[index] ?? new Float64Array(size)
    const count = article.scores.length
    for (let row = 0; row < count; row++) {
      for (let feature = 0; feature < size; feature++) {
        const away = (article.features[row * size + feature] ?? 0) - (mean[feature] ?? 0)
        spread[feature] = (spread[feature] ?? 0) + (away * away) / count
      }
    }
  }
  const scale = spread.map((sum) => Math.sqrt(sum / articles.length) || 1)
  const gram = new Gram(size)
  const row = new Float64Array(size)
  for (const [index, article] of articles.entries()) {
    const mean = means[index] ?? new Float64Array(size)
    const count = article.scores.length
    const average = article.scores.reduce((sum, { one, two }) => sum + one + two, 0) / count
    for (const [position, { one, two }] of article.scores.entries()) {
      for (let feature = 0; feature < size; feature++) row[feature] = ((article.features[position * size + feature] ?? 0) - (mean[feature] ?? 0)) / (scale[feature] ?? 1)
      gram.add(row, importance(article.pair.set) / count, one + two - average)
    }
  }
  return gram.solve(ridge * articles.length).map((weight, feature) => weight / (scale[feature] ?? 1))
}

function meanOf({ features, scores }: Prepared): Float64Array {
  const mean = new Float64Array(size)
  for (let index = 0; index < features.length; index++) mean[index % size] = (mean[index % size] ?? 0) + (features[index] ?? 0) / scores.length
  return mean
}
