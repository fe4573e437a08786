/**
 * The candidate nearest to a word that was not recognised, when it is near enough to be a slip:
 * at most one edit for short words, two from five letters on, three from ten on. Case does not count.
 */
export function suggest(word: string, candidates: Iterable<string>): string | undefined {
  const allowed = word.length >= 10 ? 3 : word.length >= 5 ? 2 : 1
  let best: string | undefined
  let bestDistance = allowed + 1
  for (const candidate of candidates) {
    const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance)
    if (distance < bestDistance) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** A hint sentence for a word that was not recognised: the near candidate, or the list when it is short. */
export function suggestion(word: string, candidates: readonly string[]): string | undefined {
  const near = suggest(word, candidates)
  if (near !== undefined) return `did you mean ${near}?`
  return candidates.length > 0 && candidates.length <= 12 ? `one of: ${candidates.join(', ')}` : undefined
}

/**
 * Edits between two words: insert, delete, replace, or swap two neighbours (optimal string alignment).
 * Gives up with `limit` once no path can be shorter.
 */
export function editDistance(a: string, b: string, limit = Infinity): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let beforeLast: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    let smallest = row
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1
      let value = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + cost,
      )
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        value = Math.min(value, (beforeLast[column - 2] ?? 0) + 1)
      }
      current.push(value)
      smallest = Math.min(smallest, value)
    }
    if (smallest >= limit) return limit
    beforeLast = last
    last = current
  }
  return last[b.length] ?? 0
}
