import { catalogue } from '../../diagnostics/catalogue.ts'
import { type Code, type Diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.ts'
import type { Entry, Severity } from '../../diagnostics/entry.ts'
import { version } from '../version.ts'
import { fromHere } from './paths.ts'

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/**
 * Findings as a SARIF 2.1.0 log (OASIS), which code scanning services read.
 *
 * @param root the newsletter folder
 */
export function sarifReport(diagnostics: readonly Diagnostic[], root: string): string {
  const findings = sortDiagnostics(diagnostics)
  const codes = [...new Set(findings.map(({ code }) => code))].toSorted()
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'gazette', version, rules: codes.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: codes.indexOf(finding.code),
          level: levels[finding.severity],
          message: { text: finding.hint === undefined ? finding.message : `${finding.message}. Hint: ${finding.hint}` },
          ...(finding.file === undefined ? {} : { locations: [{ physicalLocation: placeOf(finding.file, finding, root) }] }),
        })),
      },
    ],
  }
  return JSON.stringify(log, null, 2)
}

function ruleOf(code: Code): unknown {
  const { title, explanation, severity, bad, good }: Entry = catalogue[code]
  const examples = [bad === undefined ? '' : `Causes it:\n\n${bad}`, good === undefined ? '' : `Mended:\n\n${good}`].filter((text) => text !== '')
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: explanation },
    help: { text: [explanation, ...examples].join('\n\n') },
    defaultConfiguration: { level: levels[severity] },
  }
}

function placeOf(file: string, { line, column }: Diagnostic, root: string): unknown {
  const region = line === undefined ? {} : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } }
  return { artifactLocation: { uri: encodeURI(fromHere(root, file)) }, ...region }
}
