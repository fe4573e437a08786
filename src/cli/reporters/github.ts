import { type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.ts'
import { fromHere } from './paths.ts'

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

/**
 * Findings as workflow commands of GitHub Actions, one per line, which GitHub shows as annotations at their lines
 * (docs.github.com, "Workflow commands for GitHub Actions").
 *
 * @param root the newsletter folder
 */
export function githubReport(diagnostics: readonly Diagnostic[], root: string): string {
  return sortDiagnostics(diagnostics)
    .map((finding) => {
      const place = finding.file === undefined ? [] : [['file', fromHere(root, finding.file)], ['line', finding.line], ['col', finding.column]]
      const properties = [...place, ['title', finding.code]]
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
      const text = finding.hint === undefined ? finding.message : `${finding.message}\nhint: ${finding.hint}`
      return `::${commands[finding.severity]} ${properties.join(',')}::${escapeData(text)}`
    })
    .join('\n')
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
