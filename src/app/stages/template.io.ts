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

/** Reads, checks and compiles a template. */
export async function readTemplate(root: string, name: string): Promise<{ compiled?: CompiledTemplate; diagnostics: Diagnostic[] }> {
  const loaded = await loadTemplate(name, templateFolders(root))
  if (loaded.template === undefined) return { diagnostics: loaded.diagnostics }
  const { compiled, diagnostics } = compileTemplate(loaded.template)
  return { ...(compiled === undefined ? {} : { compiled }), diagnostics: [...loaded.diagnostics, ...diagnostics] }
}
