import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { schemaDiagnostics } from '../diagnostics/schema.ts'
import { readYaml } from '../lib/yaml-document.ts'
import { declareOptions, standardOptions, type TemplateOptions } from './options.ts'
import { templateAboutSchema, type TemplateAbout, type TemplateFile } from './template.ts'

/**
 * Reads template.yaml. A template without one, or with a broken one, is called by the name of its folder.
 *
 * @param name name of the template's folder
 */
export function readTemplateAbout(
  name: string,
  source: TemplateFile | undefined,
): { about: TemplateAbout; options: TemplateOptions; diagnostics: Diagnostic[] } {
  const fallback = { about: { name }, options: standardOptions }
  if (source === undefined) return { ...fallback, diagnostics: [] }
  const { file } = source
  const yaml = readYaml(source.source)
  if (yaml.problems.length > 0) {
    const diagnostics = yaml.problems.map(({ message, ...place }) => diagnostic('GZ-T008', message, { file, ...place }))
    return { ...fallback, diagnostics }
  }
  const read = templateAboutSchema.safeParse(yaml.value ?? {}, { reportInput: true })
  if (read.success) {
    const { options, problems } = declareOptions(read.data.options ?? {})
    const diagnostics = problems.map(({ name: option, message }) =>
      diagnostic('GZ-T008', message, { file, ...yaml.placeOf(['options', option], 'key') }),
    )
    return { about: read.data, options, diagnostics }
  }
  const codes = { unknownKey: 'GZ-T008', badValue: 'GZ-T008' } as const
  return { ...fallback, diagnostics: schemaDiagnostics(read.error, yaml, file, codes, templateAboutSchema) }
}
