import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type CompiledTemplate, compileTemplate } from '../../render/expand.ts'
import { loadTemplate, type TemplateFolder } from '../../render/templates.io.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'

/** Templates that come with Gazette: beside `src` in a clone, beside `dist` in the package. */
const own = fileURLToPath(new URL('../../../templates', import.meta.url))

/** Where templates are looked for: the newsletter's own first. */
export function templateFolders(root: string): TemplateFolder[] {
  const theirs = { path: join(root, 'templates'), shown: 'templates' }
  return theirs.path === own ? [theirs] : [theirs, { path: own, shown: 'templates' }]
}

/** Reads, checks and compiles a template. */
export async function readTemplate(root: string, name: string): Promise<{ compiled?: CompiledTemplate; diagnostics: Diagnostic[] }> {
  const loaded = await loadTemplate(name, templateFolders(root))
  if (loaded.template === undefined) return { diagnostics: loaded.diagnostics }
  const { compiled, diagnostics } = compileTemplate(loaded.template)
  return { ...(compiled === undefined ? {} : { compiled }), diagnostics: [...loaded.diagnostics, ...diagnostics] }
}
