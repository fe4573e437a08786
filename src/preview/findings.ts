import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Finding as CheckFinding } from '../checks/finding.ts'
import { catalogue } from '../diagnostics/catalogue.ts'
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.ts'
import { frame } from '../diagnostics/frame.ts'
import type { Finding } from './protocol.ts'
import { topicOf } from './topics.ts'

/** A diagnostic and the stage that found it. */
export interface Found {
  diagnostic: CheckFinding
  stage: string
}

/**
 * Findings as the page shows them, the worst first, each with the line at fault.
 *
 * @param root folder that the diagnostics' files are relative to
 * @param stories slug of a story by the file of its article
 */
export async function toFindings(found: readonly Found[], root: string, stories: ReadonlyMap<string, string> = new Map()): Promise<Finding[]> {
  const stages = new Map<Diagnostic, string>(found.map(({ diagnostic, stage }) => [diagnostic, stage]))
  const elements = new Map<Diagnostic, number | undefined>(found.map(({ diagnostic }) => [diagnostic, elementOf(diagnostic)]))
  const sources = new Map<string, Promise<string | undefined>>()
  const sourceOf = (file: string): Promise<string | undefined> => {
    const known = sources.get(file) ?? readFile(join(root, file), 'utf8').catch(() => undefined)
    sources.set(file, known)
    return known
  }
  const seen = new Map<string, number>()
  return Promise.all(
    sortDiagnostics([...stages.keys()]).map(async (diagnostic) => {
      const { code, severity, message, hint, file, line, column } = diagnostic
      const base = createHash('sha256').update([code, file ?? '', message].join('\0')).digest('hex').slice(0, 8)
      const again = seen.get(base) ?? 0
      seen.set(base, again + 1)
      const excerpt = await excerptOf(diagnostic, sourceOf)
      const story = file === undefined ? undefined : stories.get(file)
      const element = elements.get(diagnostic)
      return {
        id: again === 0 ? `${code}.${base}` : `${code}.${base}.${again}`,
        code,
        severity,
        message,
        stage: stages.get(diagnostic) ?? '',
        topic: topicOf(code),
        about: catalogue[code].explanation,
        ...(hint === undefined ? {} : { hint }),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { line }),
        ...(column === undefined ? {} : { column }),
        ...(excerpt.length === 0 ? {} : { excerpt }),
        ...(story === undefined ? {} : { story }),
        ...(element === undefined ? {} : { element }),
      }
    }),
  )
}

/** Number of the element of the HTML that a finding is about. */
export function elementOf({ origin }: CheckFinding): number | undefined {
  return origin !== undefined && 'element' in origin ? origin.element : undefined
}

async function excerptOf({ file, line, column, sourceLine }: Diagnostic, sourceOf: (file: string) => Promise<string | undefined>): Promise<string[]> {
  if (line === undefined) return []
  if (sourceLine !== undefined) return frame(sourceLine, 1, column, line)
  const source = file === undefined ? undefined : await sourceOf(file)
  return source === undefined ? [] : frame(source, line, column)
}
