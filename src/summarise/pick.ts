import type { DocumentSentence } from './document.ts'

/** Openings that point at something a reader of the blurb has not seen. */
const dangling =
  /^["'“‘(]?(?:he|she|it|they|we|this|that|these|those|his|her|its|their|but|and|so|also|however|yet|then|still|instead|such|er|sie|es|diese[rsmn]?|aber|und|il|elle|ils|elles|ce|cette|ces|mais|et)\b/iu

/** The first sentences that fit, until one does not. */
export function pickLead(sentences: readonly DocumentSentence[], words: number): DocumentSentence[] {
  const picked: DocumentSentence[] = []
  let left = words
  for (const sentence of sentences) {
    if (sentence.words > left) break
    left -= sentence.words
    picked.push(sentence)
  }
  return picked
}

/** The sentences that say most within the budget, in the order of the article. */
export function pickBest(sentences: readonly DocumentSentence[], words: number, title: string): DocumentSentence[] {
  const wanted = new Set(tokensOf(title))
  const score = (sentence: DocumentSentence, index: number): number => {
    const tokens = new Set(tokensOf(sentence.text))
    let shared = 0
    for (const token of tokens) if (wanted.has(token)) shared++
    return 1 / (1 + index) + 0.6 * (wanted.size === 0 ? 0 : shared / wanted.size) - (/:$/.test(sentence.text) ? 1 : 0)
  }
  const ranked = sentences
    .map((sentence, index) => ({ sentence, index, score: score(sentence, index) }))
    .sort((a, b) => b.score - a.score || a.index - b.index)
  const picked: typeof ranked = []
  let left = words
  for (const candidate of ranked) {
    if (candidate.sentence.words > left) continue
    const opens = picked.every(({ index }) => index > candidate.index)
    if (opens && dangling.test(candidate.sentence.text) && !picked.some(({ index }) => index === candidate.index - 1)) continue
    left -= candidate.sentence.words
    picked.push(candidate)
  }
  return picked.sort((a, b) => a.index - b.index).map(({ sentence }) => sentence)
}

function tokensOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((token) => token.length > 2)
}
