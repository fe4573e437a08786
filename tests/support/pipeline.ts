import { join } from 'node:path'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Issue } from '../../src/model/issue.ts'
import type { Publication } from '../../src/model/publication.ts'
import type { BoundText, Stencil } from '../../src/model/stencil.ts'
import { checkArrival } from '../../src/render/arrived.ts'
import { bindHtml, bindText } from '../../src/render/bind.ts'
import { compileTemplate, expandMessage, expandText } from '../../src/render/expand.ts'
import { composeMessage, type InlineImage } from '../../src/render/mime/compose-message.ts'
import { compileMjml } from '../../src/render/mjml.ts'
import { type OptionValue, resolveOptions, standardOptions } from '../../src/render/options.ts'
import { precheck } from '../../src/render/precheck.ts'
import { slotDefaults } from '../../src/render/slot-defaults.ts'
import { squeeze } from '../../src/render/squeeze.ts'
import { templateData } from '../../src/render/template-data.ts'
import type { Template, TemplateFile } from '../../src/render/template.ts'
import { loadTemplate } from '../../src/render/templates.io.ts'
import { layOutText } from '../../src/render/text.ts'

export const templatesFolder = { path: join(import.meta.dirname, '../../templates'), shown: 'templates' }

/** A template that comes with Gazette. */
export async function bundled(name: string): Promise<Template> {
  const { template, diagnostics } = await loadTemplate(name, [templatesFolder])
  if (template === undefined) throw new Error(JSON.stringify(diagnostics))
  return template
}

/** A template out of texts; partials by name. */
export function templateOf(message: string, partials: Record<string, string> = {}, text = '{{issue.subject}}'): Template {
  const file = (name: string, source: string): TemplateFile => ({ file: `templates/own/${name}.hbs`, source })
  return {
    name: 'own',
    about: { name: 'Own' },
    options: standardOptions,
    message: file('issue.mjml', message),
    text: file('text', text),
    partials: new Map(Object.entries(partials).map(([name, source]) => [name, file(`partials/${name}`, source)])),
  }
}

export interface Rendered {
  mjml: string
  /** Squeezed, with the tokens of slots still in it. */
  html: string
  text: string
  boundHtml: BoundText
  boundText: BoundText
  stencil: Stencil
}

export interface RenderResult {
  value?: Rendered
  diagnostics: Diagnostic[]
}

/** All the stages of rendering, one after the other, until one reports errors. */
export async function render(
  template: Template,
  issue: Issue,
  publication: Publication,
  images: readonly InlineImage[] = [],
  wishes: Readonly<Record<string, OptionValue>> = {},
): Promise<RenderResult> {
  const { compiled, diagnostics } = compileTemplate(template)
  if (compiled === undefined) return { diagnostics }
  const data = templateData(issue, publication, resolveOptions(template.options, wishes).values)
  const options = {
    nonce: '0123456789ab',
    lang: issue.lang,
    timezone: publication.timezone,
    defaults: slotDefaults(issue, publication),
  }
  const message = expandMessage(compiled, data, options)
  const plain = expandText(compiled, data, options)
  if (message.value === undefined || plain.value === undefined) {
    return { diagnostics: [...message.diagnostics, ...plain.diagnostics] }
  }
  const mjml = message.value.text
  const malformed = precheck(mjml, message.value.map)
  if (malformed.length > 0) return { diagnostics: malformed }
  const compiledHtml = await compileMjml(mjml, message.value.map)
  if (compiledHtml.value === undefined) return { diagnostics: compiledHtml.diagnostics }
  const html = squeeze(compiledHtml.value)
  const text = layOutText(plain.value.text)
  const boundHtml = bindHtml(html, message.value.slots)
  const boundText = bindText(text, plain.value.slots)
  const composed = composeMessage({
    issue,
    publication,
    html: boundHtml.value,
    text: boundText.value,
    images,
    date: new Date('2026-11-27T09:00:00Z'),
  })
  const found = [...checkArrival(html, data.stories), ...boundHtml.diagnostics, ...boundText.diagnostics, ...composed.diagnostics]
  if (composed.value === undefined) return { diagnostics: found }
  return {
    value: { mjml, html, text, boundHtml: boundHtml.value, boundText: boundText.value, stencil: composed.value },
    diagnostics: found,
  }
}
