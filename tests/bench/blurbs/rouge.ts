import { porterStem } from './porter.ts'

/** F-measures from 0 to 1. */
export interface Rouge {
  rouge1: number
  rouge2: number
  rougeL: number
}

const stems = new Map<string, string>()

function stemOf(token: string): string {
  let stem = stems.get(token)
  if (stem === undefined) {
    stem = porterStem(token)
    if (stems.size < 500_000) stems.set(token, stem)
  }
  return stem
}

/**
 * Tokens as google-research's rouge_score makes them with `use_stemmer=True`: lower case, runs of a-z and 0-9,
 * stemmed when longer than three letters, no stop words removed. Other languages than English: runs of Unicode
 * letters and digits, not stemmed.
 */
export function rougeTokens(text: string, lang: string): string[] {
  if (lang.startsWith('en')) {
    return (text.toLowerCase().match(/[a-z0-9]+/g) ?? []).map((token) => (token.length > 3 ? stemOf(token) : token))
  }
  return text.toLowerCase().normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
}

/** ROUGE-1, ROUGE-2 and ROUGE-L (longest common subsequence of the whole texts) of one text against one reference. */
export function rouge(candidate: readonly string[], reference: readonly string[]): Rouge {
  return {
    rouge1: overlap(candidate, reference, 1),
    rouge2: overlap(candidate, reference, 2),
    rougeL: f(commonSubsequence(candidate, reference), candidate.length, reference.length),
  }
}

function overlap(candidate: readonly string[], reference: readonly string[], n: number): number {
  const wanted = grams(reference, n)
  let hits = 0
  for (const [gram, count] of grams(candidate, n)) hits += Math.min(count, wanted.get(gram) ?? 0)
  return f(hits, candidate.length - n + 1, reference.length - n + 1)
}

function grams(tokens: readonly string[], n: number): Map<string, number> {
  const counts = new Map<string, number>()
  for (let index = 0; index + n <= tokens.length; index++) {
    const gram = n === 1 ? (tokens[index] ?? '') : tokens.slice(index, index + n).join(' ')
    counts.set(gram, (counts.get(gram) ?? 0) + 1)
  }
  return counts
}

function f(hits: number, candidates: number, references: number): number {
  return hits === 0 ? 0 : (2 * hits) / (candidates + references)
}

function commonSubsequence(a: readonly string[], b: readonly string[]): number {
  let before = new Int32Array(b.length + 1)
  for (const token of a) {
    const row = new Int32Array(b.length + 1)
    for (const [index, other] of b.entries()) {
      row[index + 1] = token === other ? (before[index] ?? 0) + 1 : Math.max(before[index + 1] ?? 0, row[index] ?? 0)
    }
    before = row
  }
  return before[b.length] ?? 0
}
