import { join } from 'node:path'
import { loadNewsletter } from '../config/load.io.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { sameOption, standardOptions, type TemplateOptions } from '../render/options.ts'
import { loadTemplate, templateNames } from '../render/templates.io.ts'
import { bundledTemplates, templateFolders } from './stages/template.io.ts'

/** A template that a newsletter can be laid out with. */
export interface KnownTemplate {
  /** Name of its folder, as newsletter.yaml names it. */
  name: string
  /** What it is called in its template.yaml. */
  title: string
  description?: string
  /** Its folder, absolute. */
  folder: string
  /** Its preview picture, absolute. */
  preview?: string
  /** Whether it comes with Gazette, is the newsletter's own, or is the newsletter's own in place of one that comes with Gazette. */
  from: 'gazette' | 'newsletter' | 'newsletter, in place of the one of Gazette'
  /** Whether newsletter.yaml names it. */
  used: boolean
  /** Its own options, and those that every template has where it gives them another default. */
  options: TemplateOptions
}

export interface KnownTemplates {
  templates: KnownTemplate[]
  /** Options that every template has. */
  standardOptions: TemplateOptions
  /** What is wrong with templates that cannot be read. */
  diagnostics: Diagnostic[]
}

/** The templates there are, by name. A folder without newsletter.yaml has those that come with Gazette. */
export async function knownTemplates(root: string): Promise<KnownTemplates> {
  const folders = templateFolders(root)
  const { newsletter } = await loadNewsletter(root)
  const bundled = await templateNames(folders.filter(({ path }) => path === bundledTemplates))
  const templates: KnownTemplate[] = []
  const diagnostics: Diagnostic[] = []
  for (const [name, home] of [...(await templateNames(folders))].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const loaded = await loadTemplate(name, folders)
    diagnostics.push(...loaded.diagnostics)
    if (loaded.template === undefined) continue
    const { about, options } = loaded.template
    const folder = join(home.path, name)
    templates.push({
      name,
      title: about.name,
      ...(about.description === undefined ? {} : { description: about.description }),
      folder,
      ...(about.preview === undefined ? {} : { preview: join(folder, about.preview) }),
      from: home.path === bundledTemplates ? 'gazette' : bundled.has(name) ? 'newsletter, in place of the one of Gazette' : 'newsletter',
      used: newsletter?.template === name,
      options: Object.fromEntries(Object.entries(options).filter(([option, declared]) => !sameOption(declared, (standardOptions as TemplateOptions)[option]))),
    })
  }
  return { templates, standardOptions, diagnostics }
}
