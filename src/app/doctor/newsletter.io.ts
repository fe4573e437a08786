import { join } from 'node:path'
import { loadNewsletter, newsletterFile } from '../../config/load.io.ts'
import type { Newsletter } from '../../config/newsletter.ts'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { readIfPresent } from '../../lib/files.io.ts'
import { counted } from '../../lib/size.ts'
import { templateNames } from '../../render/templates.io.ts'
import { editorSchemaText, schemaFolder, schemaNames } from '../editor-schemas.ts'
import { loadContent } from '../stages/load.io.ts'
import { readTemplate, templateFolders } from '../stages/template.io.ts'
import { type Finding, note, ok, problem, warning } from './finding.ts'

/** Looks at newsletter.yaml. */
export async function checkNewsletter(root: string): Promise<{ newsletter?: Newsletter; findings: Finding[] }> {
  const { newsletter, diagnostics } = await loadNewsletter(root)
  if (newsletter !== undefined) return { newsletter, findings: [ok('newsletter', newsletter.name), checkSender(newsletter)] }
  const [first] = diagnostics
  const missing = first?.code === 'GZ-N001'
  const remedy = missing ? 'start one with `gazette init`, or name its folder with -C' : `mend ${place(first)}; \`gazette explain ${first?.code ?? ''}\` says more`
  return { findings: [{ ...problem('newsletter', first?.message ?? 'cannot be read', remedy), configuration: true }] }
}

/** Domains that no mail can come from (RFC 2606, RFC 6761). */
const reserved = /(^|[@.])(example(\.(com|net|org))?|test|invalid|localhost)$/i

function checkSender({ from, links }: Newsletter): Finding {
  const madeUp = [
    ...(reserved.test(from.address) ? [{ key: 'from', value: from.address }] : []),
    ...Object.entries(links).flatMap(([key, value]) =>
      typeof value === 'string' && reserved.test(hostOf(value)) ? [{ key: `links.${key}`, value }] : [],
    ),
  ]
  const [first] = madeUp
  if (first === undefined) return ok('sender', from.address)
  const keys = madeUp.map(({ key }) => `\`${key}\``).join(', ')
  return warning('sender', `${first.value} is made up`, `put your own under ${keys} in ${newsletterFile} before you send`)
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : ''
}

/** Looks at the articles and issues without building anything. */
export async function checkContent(root: string, newsletter: Newsletter, now: Date): Promise<Finding> {
  const { articles, issues, diagnostics } = await loadContent(root, newsletter.timezone, now)
  const text = `${counted(articles.length, 'article')}, ${counted(issues.length, 'issue')}`
  const [first] = diagnostics
  if (first === undefined) return ok('content', text)
  const more = diagnostics.length > 1 ? `, and ${counted(diagnostics.length - 1, 'more problem')}` : ''
  return problem('content', `${text}; ${place(first)}${first.message}${more}`, '`gazette build` shows each with its line')
}

/** Compiles every template there is. */
export async function checkTemplates(root: string, newsletter: Newsletter): Promise<Finding> {
  const names = [...(await templateNames(templateFolders(root))).keys()].toSorted()
  const broken: { name: string; first: Diagnostic | undefined }[] = []
  for (const name of names) {
    const { diagnostics } = await readTemplate(root, name)
    if (hasErrors(diagnostics)) broken.push({ name, first: diagnostics.find((finding) => finding.severity === 'error') })
  }
  const [worst] = broken
  if (worst !== undefined) {
    return problem('templates', `${broken.map(({ name }) => name).join(', ')}: ${place(worst.first)}${worst.first?.message ?? ''}`, `gazette build --template ${worst.name} shows every mistake with its line`)
  }
  if (!names.includes(newsletter.template)) {
    return { ...problem('templates', `there is no template ${newsletter.template}`, `name one of ${names.join(', ')} in ${newsletterFile}`), configuration: true }
  }
  return ok('templates', names.join(', '))
}

/** Whether the schemas for editor programs are those of this Gazette. */
export async function checkSchemas(root: string): Promise<Finding> {
  const subject = 'schemas'
  const stale: string[] = []
  for (const name of schemaNames) {
    const text = await readIfPresent(join(root, schemaFolder, `${name}.json`))
    if (text === undefined) return note(subject, `none in ${schemaFolder}; \`gazette schema --write\` makes editors complete the keys`)
    if (text !== editorSchemaText(name)) stale.push(name)
  }
  if (stale.length === 0) return ok(subject, 'up to date')
  return warning(subject, `${stale.join(', ')} in ${schemaFolder} come from another version`, 'gazette schema --write')
}

function place(finding: Diagnostic | undefined): string {
  return finding?.file === undefined ? '' : `${[finding.file, finding.line].filter((part) => part !== undefined).join(':')} `
}
