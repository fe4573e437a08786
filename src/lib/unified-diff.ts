import { type DiffLine, lineDiff } from './line-diff.ts'

const signs: Record<DiffLine['kind'], string> = { same: ' ', out: '-', in: '+' }

/**
 * The difference of two texts in the unified format of `diff -u`, which `patch` and `git apply` read.
 *
 * @param file name in the head of the difference
 * @returns empty when the texts have the same lines
 */
export function unifiedDiff(before: string, after: string, file: string): string {
  const output: string[] = []
  // Lines that the second text has more than the first, up to a stretch.
  let more = 0
  for (const stretch of lineDiff(before, after)) {
    const [first] = stretch
    if (first === undefined) continue
    const [from, to] = first.kind === 'out' ? [first.line, first.line + more] : [first.line - more, first.line]
    const count = (other: DiffLine['kind']): number => stretch.filter(({ kind }) => kind !== other).length
    output.push(`@@ -${from},${count('in')} +${to},${count('out')} @@`, ...stretch.map(({ kind, text }) => signs[kind] + text))
    more += count('out') - count('in')
  }
  return output.length === 0 ? '' : [`--- a/${file}`, `+++ b/${file}`, ...output].join('\n')
}
