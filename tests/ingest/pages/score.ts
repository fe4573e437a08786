const token = /[\p{L}\p{N}_]+/gu

/** The runs of four words of a text, with how often each occurs; a shorter text is one run. */
export function shingles(text: string, size = 4): Map<string, number> {
  const words = text.match(token) ?? []
  const counts = new Map<string, number>()
  const last = Math.max(1, words.length - size + 1)
  for (let start = 0; start < last && words.length > 0; start++) {
    const key = words.slice(start, start + size).join('\u0000')
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}

export interface Score {
  precision: number
  recall: number
}

/** How much of what was extracted is right, and how much of what is right was extracted. */
export function score(truth: string, extracted: string): Score {
  const [wanted, got] = [shingles(truth), shingles(extracted)]
  let both = 0
  let total = 0
  let needed = 0
  for (const [key, count] of got) {
    both += Math.min(count, wanted.get(key) ?? 0)
    total += count
  }
  for (const count of wanted.values()) needed += count
  return { precision: total === 0 ? 0 : both / total, recall: needed === 0 ? 1 : both / needed }
}

/** F1 of the mean precision and the mean recall, as in the public article extraction benchmark. */
export function f1(scores: readonly Score[]): { precision: number; recall: number; f1: number } {
  const mean = (pick: (one: Score) => number): number => scores.reduce((sum, one) => sum + pick(one), 0) / scores.length
  const precision = mean((one) => one.precision)
  const recall = mean((one) => one.recall)
  return { precision, recall, f1: (2 * precision * recall) / (precision + recall) }
}

/** The words of Markdown without its marks and addresses. */
export function markdownWords(markdown: string): string {
  return markdown
    .replace(/!?\[((?:\\.|[^\]\\])*)\]\([^)]*\)/g, '$1')
    .replace(/^\s*(?:[-*+]|\d+\.)\s+/gm, '')
    .replace(/^\|(?:\s*---\s*\|)+$/gm, '')
    .replace(/\\([^\w\s])/g, '$1')
    .replace(/^```.*$/gm, '')
}
