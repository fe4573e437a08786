import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.ts'
import { frame } from '../../diagnostics/frame.ts'
import { colour } from './colour.ts'

const styles = { error: 'red', warning: 'yellow', info: 'cyan' } as const

/**
 * The findings as a person reads them: place, severity, code and message, the line at fault with a caret, a hint.
 * The most important comes last, where the eye rests. Empty when there is nothing to say.
 *
 * @param root folder that the diagnostics' files are relative to
 * @param stream where it will be printed, which decides on colours
 */
export function humanReport(diagnostics: readonly Diagnostic[], root: string, stream: NodeJS.WriteStream = process.stderr): string {
  if (diagnostics.length === 0) return ''
  const blocks = sortDiagnostics(diagnostics)
    .toReversed()
    .map((finding) => block(finding, root, stream))
  return `${blocks.join('\n')}\n${tally(diagnostics, stream)}`
}

function block(finding: Diagnostic, root: string, stream: NodeJS.WriteStream): string {
  const place = finding.file === undefined ? '' : `${[finding.file, finding.line, finding.column].filter((part) => part !== undefined).join(':')}  `
  const head = `${place}${colour(styles[finding.severity], finding.severity, stream)}  ${finding.code}  ${finding.message}`
  const lines = [head, ...sourceFrame(finding, root).map((line) => colour('dim', line, stream))]
  if (finding.hint !== undefined) lines.push(`   hint: ${finding.hint}`)
  lines.push(colour('dim', `   more: gazette explain ${finding.code}`, stream))
  return lines.join('\n')
}

function sourceFrame(finding: Diagnostic, root: string): string[] {
  if (finding.file === undefined || finding.line === undefined) return []
  const source = finding.sourceLine ?? readSource(join(root, finding.file))
  if (source === undefined) return []
  return finding.sourceLine === undefined
    ? frame(source, finding.line, finding.column)
    : frame(source, 1, finding.column, finding.line)
}

function readSource(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** "2 errors, 1 warning". */
function tally(diagnostics: readonly Diagnostic[], stream: NodeJS.WriteStream): string {
  const count = (severity: Diagnostic['severity']): number =>
    diagnostics.filter((finding) => finding.severity === severity).length
  const parts = (['error', 'warning'] as const)
    .map((severity) => ({ severity, number: count(severity) }))
    .filter(({ number }) => number > 0)
    .map(({ severity, number }) => colour(styles[severity], `${number} ${severity}${number === 1 ? '' : 's'}`, stream))
  return parts.join(', ')
}
