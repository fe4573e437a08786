/** Words in a row that make a shingle. */
const size = 4
/** Numbers that a fingerprint keeps. */
const kept = 24

/**
 * A short mark of a text, by which near-identical texts are known: the smallest hashes of its runs of four words. Case,
 * punctuation and marks do not count.
 *
 * @returns hashes in rising order; empty for a text of fewer than eight words
 */
export function fingerprint(text: string): number[] {
  const words = text.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}]+/gu) ?? []
  if (words.length < 2 * size) return []
  const hashes = new Set<number>()
  for (let start = 0; start + size <= words.length; start++) hashes.add(hash(words.slice(start, start + size).join(' ')))
  return [...hashes].toSorted((a, b) => a - b).slice(0, kept)
}

/** FNV-1a, 32 bits, mixed once more so that small numbers are a fair sample. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value ^= text.charCodeAt(index)
    value = Math.imul(value, 0x01000193)
  }
  value ^= value >>> 15
  value = Math.imul(value, 0x2c1b3c6d)
  return (value ^ (value >>> 12)) >>> 0
}

/** How alike two texts are by their fingerprints, 0 to 1: the share of equal marks among the smallest of both. */
export function likeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0
  // Both are in rising order, and thousands are compared in a pull: they are merged without a list of either.
  const most = Math.min(kept, Math.max(a.length, b.length))
  let [atA, atB, seen, shared] = [0, 0, 0, 0]
  for (; seen < most && (atA < a.length || atB < b.length); seen++) {
    const [left, right] = [a[atA] ?? Infinity, b[atB] ?? Infinity]
    if (left === right) shared++
    if (left <= right) atA++
    if (right <= left) atB++
  }
  return shared / seen
}

/** The most that `likeness` can be of prints that have so many numbers in common. */
export function mostLikeness(shared: number, a: readonly number[], b: readonly number[]): number {
  return shared / Math.min(kept, Math.max(a.length, b.length))
}

/** A title as it counts when two are compared. */
export function titleKey(title: string): string {
  return title.toLowerCase().normalize('NFKD').replace(/[^\p{L}\p{N}]+/gu, '')
}

/** How alike two titles are, 0 to 1: shared words over all words. */
export function titleLikeness(a: string, b: string): number {
  const words = (title: string): Set<string> => new Set(title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
  const [first, second] = [words(a), words(b)]
  const shared = [...first].filter((word) => second.has(word)).length
  const all = first.size + second.size - shared
  return all === 0 ? 0 : shared / all
}
