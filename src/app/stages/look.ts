import { placeInNewsletter } from '../../config/places.io.ts'
import { diagnostic, type Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { Issue } from '../../model/issue.ts'
import { adjustedColours } from '../../render/brand.ts'
import type { CompiledTemplate } from '../../render/expand.ts'
import { stringsFor } from '../../render/labels.ts'
import { type OptionValue, resolveOptions } from '../../render/options.ts'
import type { BuildContext } from '../build-state.ts'

/** How the newsletter wants its template to look, with what it asks for in vain. */
export async function lookOf(
  template: CompiledTemplate,
  issue: Issue,
  { newsletter, root }: Pick<BuildContext, 'newsletter' | 'root'>,
): Promise<{ options: Readonly<Record<string, OptionValue>>; diagnostics: Diagnostic[] }> {
  const { values, problems } = resolveOptions(template.options, newsletter.options)
  const refused = problems.map(async ({ name, kind, message, hint }) => {
    const place = await placeInNewsletter(root, ['options', name], kind === 'unknown' ? 'key' : 'value')
    const help = hint === undefined ? {} : { hint }
    return kind === 'unknown'
      ? diagnostic('GZ-T011', `the template ${template.name} ${message}`, { ...place, ...help })
      : diagnostic('GZ-T012', message, { ...place, ...help })
  })
  const adjusted = adjustedColours(newsletter.brand).map(async ({ key, asked, used, contrast, page }) => {
    const place = await placeInNewsletter(root, ['brand', key], 'value')
    const message = `${asked} cannot be read ${page} (contrast ${contrast.toFixed(1)} of 4.5); ${used} is used`
    return diagnostic('GZ-T013', message, { ...place, hint: `write ${key}: '${used}' to settle it, or choose another colour` })
  })
  const untranslated = await missingWords(issue, newsletter.labels, root)
  return { options: values, diagnostics: [...(await Promise.all([...refused, ...adjusted])), ...untranslated] }
}

async function missingWords(issue: Issue, labels: BuildContext['newsletter']['labels'], root: string): Promise<Diagnostic[]> {
  const { missing } = stringsFor(issue.lang, labels)
  if (missing.length === 0) return []
  const place = await placeInNewsletter(root, [labels === undefined ? 'lang' : 'labels'], 'key')
  const message = `there are no words in ${languageName(issue.lang)} for ${missing.join(', ')}; the English ones are used`
  return [diagnostic('GZ-T014', message, { ...place, hint: 'say them under `labels`' })]
}

function languageName(lang: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(lang) ?? lang
}
