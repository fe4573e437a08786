import { readdir, readFile } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { diagnostic } from '../../diagnostics/diagnostic.ts'
import { UsageError } from '../../diagnostics/errors.ts'
import { suggestion } from '../../lib/suggest.ts'
import { knownTemplates } from '../templates.io.ts'
import { createFile } from './create-file.io.ts'

/**
 * Makes a template of the newsletter's own, as a copy of another one. The shared partials are not copied: every template
 * has them, and a file of the same name in the copy's partials shadows one.
 *
 * @param name of the new folder in templates/
 * @param from name of a template there is
 * @returns the new files, relative to the newsletter folder
 * @throws UsageError when the name cannot be one, is taken, or there is no template to copy
 */
export async function newTemplate(root: string, name: string, from: string): Promise<{ folder: string; files: string[] }> {
  if (!/^[a-z][a-z0-9-]*$/.test(name) || name === 'shared') throw unusable(`${name} cannot be the name of a template`, 'use small letters, digits and hyphens')
  const { templates } = await knownTemplates(root)
  const model = templates.find((one) => one.name === from)
  if (model === undefined) {
    const names = templates.map((one) => one.name)
    throw unusable(`there is no template ${from}`, suggestion(from, names) ?? `one of: ${names.join(', ')}`)
  }
  const folder = `templates/${name}`
  if (templates.some((one) => one.folder === join(root, folder))) throw taken(folder)
  const entries = await readdir(model.folder, { recursive: true, withFileTypes: true })
  const files: string[] = []
  for (const entry of entries.filter((one) => one.isFile() && /\.(hbs|yaml)$/.test(one.name))) {
    const source = join(entry.parentPath, entry.name)
    const file = join(folder, source.slice(model.folder.length + 1)).split(sep).join('/')
    const text = await readFile(source, 'utf8')
    if (!(await createFile(join(root, file), basename(file) === 'template.yaml' ? renamed(text, name) : text))) throw taken(file)
    files.push(file)
  }
  return { folder, files: files.toSorted() }
}

/** template.yaml of the copy: another name, and no picture, which would show the template it was copied from. */
function renamed(yaml: string, name: string): string {
  const title = name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ')
  return yaml.replace(/^name:.*$/m, `name: ${title}`).replace(/^preview:.*\n/m, '')
}

function taken(file: string): UsageError {
  return new UsageError([diagnostic('GZ-U005', 'there is such a template already, and it was left as it is', { file })])
}

function unusable(message: string, hint: string): UsageError {
  return new UsageError([diagnostic('GZ-U004', message, { hint })])
}
