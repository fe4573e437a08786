import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../lib/suggest.ts'
import type { LineMap } from './line-map.ts'
import { components, mjmlPackage } from './mjml-package.ts'

interface Finding {
  line: number
  message: string
  tagName: string
}

/** Compiles expanded MJML to HTML; findings of the validator lead to the template (GZ-R005). */
export async function compileMjml(source: string, map: LineMap): Promise<{ value?: string; diagnostics: Diagnostic[] }> {
  try {
    const { html } = await mjmlPackage()(source, {
      validationLevel: 'strict',
      ignoreIncludes: true,
      keepComments: false,
      fonts: {},
      minify: false,
      beautify: false,
    })
    return { value: html, diagnostics: [] }
  } catch (error) {
    return { diagnostics: findingsOf(error).map((finding) => toDiagnostic(finding, source, map)) }
  }
}

function findingsOf(error: unknown): Finding[] {
  if (error instanceof Error && 'errors' in error && Array.isArray(error.errors)) return error.errors as Finding[]
  return [{ line: 1, message: error instanceof Error ? error.message : String(error), tagName: 'mjml' }]
}

function toDiagnostic(finding: Finding, source: string, map: LineMap): Diagnostic {
  const place = map.placeAt(offsetOf(source, finding))
  const hint = attributeHint(finding)
  const details = { ...place, ...(hint === undefined ? {} : { hint }) }
  return diagnostic('GZ-R005', `${finding.tagName}: ${finding.message.trim()}`, details)
}

/** The attribute that was perhaps meant, when the finding is about one that does not exist. */
function attributeHint({ message, tagName }: Finding): string | undefined {
  const illegal = /^Attributes? (\S+?),? .*illegal$/.exec(message.trim())?.[1]
  if (illegal === undefined) return undefined
  return suggestion(illegal, Object.keys(components()[tagName]?.allowedAttributes ?? {}))
}

/** Where the tag of a finding stands in its line, or the line itself. */
function offsetOf(source: string, { line, tagName }: Finding): number {
  let start = 0
  for (let count = 1; count < line; count++) start = source.indexOf('\n', start) + 1
  const end = source.indexOf('\n', start)
  const tag = source.slice(start, end === -1 ? undefined : end).indexOf(`<${tagName}`)
  return start + Math.max(0, tag)
}
