import type { Finding, Fix } from '../../checks/finding.ts'
import { setFrontMatter, UneditableError } from '../../content/edit-front-matter.ts'
import { articleKeys } from '../../content/article-schema.ts'

/** Lines behind the place of a key in which its value is looked for: a folded text stands below its key. */
const reach = 12

/**
 * Applies the safe changes that come with findings to the text of the file they are about. What cannot be changed
 * without touching something else is left as it is.
 *
 * @returns the new text, and how many findings it mends
 */
export function applyFixes(source: string, findings: readonly Finding[]): { text: string; mended: number } {
  let text = source
  let mended = 0
  // Keys that are written anew move lines, so that places hold only as long as texts are replaced first.
  for (const kind of ['replace', 'key'] as const) {
    for (const { fix, line = 1 } of findings) {
      if (fix?.kind !== kind) continue
      const changed = applied(text, fix, line)
      if (changed !== text) mended++
      text = changed
    }
  }
  return { text, mended }
}

function applied(text: string, fix: Fix, line: number): string {
  if (fix.kind === 'replace') return replaced(text, fix.find, fix.replace, line)
  try {
    return setFrontMatter(text, { [fix.key]: fix.value }, articleKeys)
  } catch (error) {
    if (error instanceof UneditableError) return text
    throw error
  }
}

/**
 * Replaces an address on the first line from a place on that holds it, wherever the line does, whole addresses only. A
 * last slash may be missing where it was written: reading an address adds one to a bare host.
 */
function replaced(text: string, find: string, replacement: string, line: number): string {
  const slash = find.endsWith('/') && replacement.endsWith('/')
  const [from, to] = slash ? [find.slice(0, -1), replacement.slice(0, -1)] : [find, replacement]
  const pattern = new RegExp(`(?<![\\w./:%-])${escaped(from)}(${slash ? '/?' : ''})(?![\\w/%~=&+-]|[.,;:!@][\\w/])`, 'g')
  const lines = text.split('\n')
  const at = lines.findIndex((one, index) => index >= line - 1 && index < line - 1 + reach && one.search(pattern) !== -1)
  if (at === -1) return text
  lines[at] = (lines[at] ?? '').replaceAll(pattern, (_found, end: string) => to + end)
  return lines.join('\n')
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`)
}
