/** A line of a comparison: in both texts, only in the first, or only in the second. */
export interface DiffLine {
  kind: 'same' | 'out' | 'in'
  text: string
  /** Number in the text it stands in, the second one for a line of both; from 1. */
  line: number
}

/** Above this many pairs of lines the changed stretch is shown as a whole, out and in. */
const mostPairs = 1_000_000

/**
 * Compares two texts by lines.
 *
 * @param around lines shown before and after each change
 * @returns stretches of changed lines with their neighbours, in order; none when the texts are the same
 */
export function lineDiff(before: string, after: string, around = 2): DiffLine[][] {
  const [a, b] = [linesOf(before), linesOf(after)]
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let end = 0
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const all = [
    ...b.slice(0, start).map((text, index): DiffLine => ({ kind: 'same', text, line: index + 1 })),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end), start),
    ...b.slice(b.length - end).map((text, index): DiffLine => ({ kind: 'same', text, line: b.length - end + index + 1 })),
  ]
  return stretches(all, around)
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

/** @param offset lines before both texts */
function middle(a: readonly string[], b: readonly string[], offset: number): DiffLine[] {
  const out = (index: number): DiffLine => ({ kind: 'out', text: a[index] ?? '', line: offset + index + 1 })
  const into = (index: number): DiffLine => ({ kind: 'in', text: b[index] ?? '', line: offset + index + 1 })
  if (a.length * b.length > mostPairs) return [...a.map((_, index) => out(index)), ...b.map((_, index) => into(index))]
  const common = commonLengths(a, b)
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: 'same', text: b[j] ?? '', line: offset + j + 1 })
      i++
      j++
    } else if (j >= b.length || (i < a.length && (common[i + 1]?.[j] ?? 0) >= (common[i]?.[j + 1] ?? 0))) lines.push(out(i++))
    else lines.push(into(j++))
  }
  return lines
}

/** For each pair of places, how many lines the rests of both texts have in common, in order. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint32Array[] {
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1))
  for (let i = a.length - 1; i >= 0; i--) {
    const [row, below] = [rows[i], rows[i + 1]]
    if (row === undefined || below === undefined) continue
    for (let j = b.length - 1; j >= 0; j--) row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
  }
  return rows
}

function stretches(lines: readonly DiffLine[], around: number): DiffLine[][] {
  const changed = lines.flatMap(({ kind }, index) => (kind === 'same' ? [] : [index]))
  const result: DiffLine[][] = []
  let end = -1
  for (const index of changed) {
    const from = Math.max(0, index - around)
    const to = Math.min(lines.length, index + around + 1)
    const last = result.at(-1)
    if (last !== undefined && from <= end) last.push(...lines.slice(end, to))
    else result.push(lines.slice(from, to))
    end = Math.max(end, to)
  }
  return result
}
