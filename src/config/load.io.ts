import { join } from 'node:path'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'
import { schemaDiagnostics } from '../diagnostics/schema.ts'
import { readIfPresent } from '../lib/files.io.ts'
import { readYaml } from '../lib/yaml-document.ts'
import { type Newsletter, newsletterSchema } from './newsletter.ts'

/** Path of the configuration, relative to the newsletter folder. */
export const newsletterFile = 'content/newsletter.yaml'

/**
 * Reads and checks newsletter.yaml.
 *
 * @param root the newsletter folder, absolute
 */
export async function loadNewsletter(root: string): Promise<{ newsletter?: Newsletter; diagnostics: Diagnostic[] }> {
  const text = await readIfPresent(join(root, newsletterFile))
  if (text === undefined) {
    const hint = 'run the command in a newsletter folder, or name one with -C'
    return { diagnostics: [diagnostic('GZ-N001', `there is no ${newsletterFile} in ${root}`, { hint })] }
  }
  return parseNewsletter(text)
}

/**
 * The configuration of a newsletter folder.
 *
 * @throws UsageError with every problem of newsletter.yaml
 */
export async function requireNewsletter(root: string): Promise<Newsletter> {
  const { newsletter, diagnostics } = await loadNewsletter(root)
  if (newsletter === undefined) throw new UsageError(diagnostics)
  return newsletter
}

/** Checks the text of newsletter.yaml. */
export function parseNewsletter(text: string): { newsletter?: Newsletter; diagnostics: Diagnostic[] } {
  const yaml = readYaml(text.replace(/^\ufeff/, ''))
  if (yaml.problems.length > 0) {
    return {
      diagnostics: yaml.problems.map(({ message, line, column }) =>
        diagnostic('GZ-N002', message, { file: newsletterFile, line, column }),
      ),
    }
  }
  const checked = newsletterSchema.safeParse(yaml.value ?? {}, { reportInput: true })
  if (checked.success) return { newsletter: checked.data, diagnostics: [] }
  const codes = { unknownKey: 'GZ-N003', badValue: 'GZ-N004' } as const
  return { diagnostics: schemaDiagnostics(checked.error, yaml, newsletterFile, codes, newsletterSchema) }
}
