import { join } from 'node:path'
import { type CompiledTemplate, compileTemplate } from '../../render/expand.ts'
import { loadTemplate, type TemplateFolder } from '../../render/templates.io.ts'
import { packageFolder } from '../../lib/package-folder.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'

/** Templates that come with Gazette. */
export const bundledTemplates = join(packageFolder, 'templates')

/** Where templates are looked for: the newsletter's own first. */
export function templateFolders(root: string): TemplateFolder[] {
  const theirs = { path: join(root, 'templates'), shown: 'templates' }
  return theirs.path === bundledTemplates ? [theirs] : [theirs, { path: bundledTemplates, shown: 'templates' }]
}

/** A template, or what is wrong with it. */
export interface ReadTemplate {
  compiled?: CompiledTemplate
  diagnostics: Diagnostic[]
}

/** Templates that are kept: few are in use at a time, and each save of one makes another. */
const kept = 4

/**
 * Reads, checks and compiles a template.
 *
 * @param known templates by what their files say: one that is among them is not compiled again, and a new one is added
 */
export async function readTemplate(root: string, name: string, known = new Map<string, ReadTemplate>()): Promise<ReadTemplate> {
  const loaded = await loadTemplate(name, templateFolders(root))
  const { template } = loaded
  if (template === undefined) return { diagnostics: loaded.diagnostics }
  const key = JSON.stringify([template, [...template.partials], loaded.diagnostics])
  const before = known.get(key)
  if (before !== undefined) return before
  const { compiled, diagnostics } = compileTemplate(template)
  const read = { ...(compiled === undefined ? {} : { compiled }), diagnostics: [...loaded.diagnostics, ...diagnostics] }
  known.set(key, read)
  for (const old of [...known.keys()].slice(0, -kept)) known.delete(old)
  return read
}
