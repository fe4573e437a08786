import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { diagnostic, type Diagnostic } from '../diagnostics/diagnostic.ts'
import { suggestion } from '../lib/suggest.ts'
import { readTemplateAbout } from './template-about.ts'
import type { Template, TemplateFile } from './template.ts'

/** A folder that holds templates, one folder each. */
export interface TemplateFolder {
  path: string
  /** How the folder is called in messages, with forward slashes: `templates`. */
  shown: string
}

export interface LoadedTemplate {
  template?: Template
  diagnostics: Diagnostic[]
}

/** The folder of a template's partials for all templates beside it. */
const sharedFolder = 'shared'

/**
 * Reads a template. The first folder that has it wins, so that a newsletter's own templates shadow those that come
 * with Gazette; the same holds for each shared partial, and a file the template's folder lacks is not looked for in
 * another one.
 *
 * @param name name of the template's folder
 * @param folders where to look, the newsletter's own first
 */
export async function loadTemplate(name: string, folders: readonly TemplateFolder[]): Promise<LoadedTemplate> {
  const known = await templateNames(folders)
  const home = known.get(name)
  if (home === undefined) {
    const hint = suggestion(name, [...known.keys()]) ?? 'a template is a folder in templates/ with a file issue.mjml.hbs'
    return { diagnostics: [diagnostic('GZ-T001', `there is no template ${name}`, { hint })] }
  }
  const folder = { path: join(home.path, name), shown: `${home.shown}/${name}` }
  const [message, text, about, own, ...shared] = await Promise.all([
    readIn(folder, 'issue.mjml.hbs'),
    readIn(folder, 'text.hbs'),
    readIn(folder, 'template.yaml'),
    partialsIn({ path: join(folder.path, 'partials'), shown: `${folder.shown}/partials` }),
    ...folders.map((one) => partialsIn({ path: join(one.path, sharedFolder), shown: `${one.shown}/${sharedFolder}` })),
  ])
  const partials = new Map([...shared.toReversed(), own].flatMap((files) => [...files]))
  const textFile = text ?? partials.get('text')
  if (message === undefined || textFile === undefined) {
    const missing = message === undefined ? 'issue.mjml.hbs' : 'text.hbs'
    const file = `${folder.shown}/${missing}`
    return { diagnostics: [diagnostic('GZ-T001', `the template ${name} has no ${missing}`, { file })] }
  }
  const described = readTemplateAbout(name, about)
  return {
    template: { name, about: described.about, options: described.options, message, text: textFile, partials },
    diagnostics: described.diagnostics,
  }
}

/** The templates there are, by name, with the folder that each is taken from. */
export async function templateNames(folders: readonly TemplateFolder[]): Promise<Map<string, TemplateFolder>> {
  const found = new Map<string, TemplateFolder>()
  for (const folder of folders) {
    for (const entry of await list(folder.path)) {
      if (entry.isDirectory() && entry.name !== sharedFolder && !found.has(entry.name)) found.set(entry.name, folder)
    }
  }
  return found
}

async function partialsIn(folder: TemplateFolder): Promise<Map<string, TemplateFile>> {
  const files = (await list(folder.path)).filter((entry) => entry.isFile() && entry.name.endsWith('.hbs'))
  const read = await Promise.all(
    files.map(async ({ name }) => [name.slice(0, -'.hbs'.length), await readIn(folder, name)] as const),
  )
  return new Map(read.flatMap(([name, file]) => (file === undefined ? [] : [[name, file]])))
}

async function list(path: string) {
  try {
    const entries = await readdir(path, { withFileTypes: true })
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function readIn(folder: TemplateFolder, name: string): Promise<TemplateFile | undefined> {
  try {
    const source = await readFile(join(folder.path, name), 'utf8')
    return { file: `${folder.shown}/${name}`, source: source.replace(/^\uFEFF/, '') }
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')
}
