import { LineCounter, parseDocument } from 'yaml'
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { templateAboutSchema, type TemplateAbout, type TemplateFile } from './template.ts'

/**
 * Reads template.yaml. A template without one is called by the name of its folder.
 *
 * @param name name of the template's folder
 */
export function readTemplateAbout(
  name: string,
  file: TemplateFile | undefined,
): { about: TemplateAbout; diagnostics: Diagnostic[] } {
  const fallback = { title: name }
  if (file === undefined) return { about: fallback, diagnostics: [] }
  const counter = new LineCounter()
  const document = parseDocument(file.source, { lineCounter: counter, prettyErrors: false })
  const broken = document.errors[0]
  if (broken !== undefined) {
    const { line, col } = counter.linePos(broken.pos[0])
    const message = `template.yaml is not valid YAML: ${broken.message.split('\n')[0] ?? ''}`
    return { about: fallback, diagnostics: [diagnostic('GZ-T008', message, { file: file.file, line, column: col })] }
  }
  const read = templateAboutSchema.safeParse(document.toJS({ maxAliasCount: 10 }) ?? {})
  if (read.success) return { about: read.data, diagnostics: [] }
  const diagnostics = read.error.issues.map((issue) =>
    diagnostic('GZ-T008', `${issue.path.join('.') || 'template.yaml'}: ${issue.message}`, { file: file.file }),
  )
  return { about: fallback, diagnostics }
}
