import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { schemaDiagnostics } from '../diagnostics/schema.ts'
import { readYaml } from '../lib/yaml-document.ts'
import { templateAboutSchema, type TemplateAbout, type TemplateFile } from './template.ts'

/**
 * Reads template.yaml. A template without one, or with a broken one, is called by the name of its folder.
 *
 * @param name name of the template's folder
 */
export function readTemplateAbout(
  name: string,
  source: TemplateFile | undefined,
): { about: TemplateAbout; diagnostics: Diagnostic[] } {
  const about = { title: name }
  if (source === undefined) return { about, diagnostics: [] }
  const { file } = source
  const yaml = readYaml(source.source)
  if (yaml.problems.length > 0) {
    const diagnostics = yaml.problems.map(({ message, ...place }) => diagnostic('GZ-T008', message, { file, ...place }))
    return { about, diagnostics }
  }
  const read = templateAboutSchema.safeParse(yaml.value ?? {}, { reportInput: true })
  if (read.success) return { about: read.data, diagnostics: [] }
  const codes = { unknownKey: 'GZ-T008', badValue: 'GZ-T008' } as const
  return { about, diagnostics: schemaDiagnostics(read.error, yaml, file, codes, templateAboutSchema) }
}
