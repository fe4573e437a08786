import { hasErrors } from '../../diagnostics/diagnostic.ts'
import { issueMoment } from '../../lib/moment.ts'
import type { Asset } from '../../model/asset.ts'
import type { Issue } from '../../model/issue.ts'
import type { LogoAddresses, Publication } from '../../model/publication.ts'
import type { BoundText } from '../../model/stencil.ts'
import type { TemplateData } from '../../model/template-data.ts'
import { checkArrival } from '../../render/arrived.ts'
import { bindHtml, bindText } from '../../render/bind.ts'
import { type CompiledTemplate, type Expanded, expandMessage, type ExpandOptions, expandText } from '../../render/expand.ts'
import { composeMessage } from '../../render/mime/compose-message.ts'
import { compileMjml } from '../../render/mjml.ts'
import { precheck } from '../../render/precheck.ts'
import { slotDefaults } from '../../render/slot-defaults.ts'
import { squeeze } from '../../render/squeeze.ts'
import { layOutText } from '../../render/text.ts'
import { templateData } from '../../render/template-data.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import { contentId, imagesAreInline } from '../image-address.ts'
import type { StageResult } from '../pipeline.ts'
import { publicationOf } from '../publication.ts'
import { lookOf } from './look.ts'
import { readTemplate } from './template.io.ts'

type Result = StageResult<BuildState>

/** Fills the template in with the issue, which gives the MJML. */
export async function expandStage({ issue, logo }: { issue: Issue; logo: LogoAddresses }, context: BuildContext): Promise<Result> {
  const { compiled, diagnostics } = await readTemplate(context.root, issue.template, context.memory.templates)
  if (compiled === undefined) return { diagnostics }
  const publication = publicationOf(context.newsletter, issue)
  const look = await lookOf(compiled, issue, context)
  const data = templateData(issue, { ...publication, brand: { ...publication.brand, ...logo } }, look.options)
  const options = expandOptions(issue, publication, context)
  const filled = expandMessage(compiled, data, options)
  const found = [...diagnostics, ...look.diagnostics, ...filled.diagnostics]
  return filled.value === undefined
    ? { diagnostics: found }
    : { state: { template: compiled, templateData: data, expanded: filled.value, mjml: filled.value.text }, diagnostics: found }
}

function expandOptions(issue: Issue, publication: Publication, context: BuildContext): ExpandOptions {
  return {
    nonce: Buffer.from(context.random(6)).toString('hex'),
    lang: issue.lang,
    timezone: publication.timezone,
    defaults: slotDefaults(issue, publication),
  }
}

/** Finds what MJML would lose without a word. */
export function precheckStage({ expanded }: { expanded: Expanded }): Result {
  const diagnostics = precheck(expanded.text, expanded.map)
  return hasErrors(diagnostics) ? { diagnostics } : { state: { checked: expanded }, diagnostics }
}

/** Compiles MJML to HTML, and makes sure that every story is in it. */
export async function mjmlStage({ checked, template, templateData: data }: { checked: Expanded; template: CompiledTemplate; templateData: TemplateData }): Promise<Result> {
  const compiled = await compileMjml(checked.text, checked.map)
  if (compiled.value === undefined) return { diagnostics: compiled.diagnostics }
  const diagnostics = [...compiled.diagnostics, ...checkArrival(compiled.value, data.stories, template.message.main.file.file)]
  return { state: { html: compiled.value }, diagnostics }
}

/** Takes the white space out. */
export function squeezeStage({ html }: { html: string }): Result {
  return { state: { squeezed: squeeze(html) } }
}

/** Cuts the recipient's slots out of the HTML. */
export function bindStage({ squeezed, expanded }: { squeezed: string; expanded: Expanded }): Result {
  const { value, diagnostics } = bindHtml(squeezed, expanded.slots)
  return hasErrors(diagnostics) ? { diagnostics } : { state: { boundHtml: value }, diagnostics }
}

/** Fills in the plain-text template. */
export function textStage(
  { issue, template, templateData: data }: { issue: Issue; template: CompiledTemplate; templateData: TemplateData },
  context: BuildContext,
): Result {
  const filled = expandText(template, data, expandOptions(issue, publicationOf(context.newsletter, issue), context))
  if (filled.value === undefined) return { diagnostics: filled.diagnostics }
  const { value, diagnostics } = bindText(layOutText(filled.value.text), filled.value.slots)
  return { state: { boundText: value }, diagnostics: [...filled.diagnostics, ...diagnostics] }
}

/** Encodes the whole message once, with its slots cut out. */
export function mimeStage(
  { issue, boundHtml, boundText, assets }: { issue: Issue; boundHtml: BoundText; boundText: BoundText; assets: Asset[] },
  context: BuildContext,
): Result {
  const { newsletter } = context
  // A template may leave pictures out, and then they need not travel.
  const shown = assets.filter((asset) => boundHtml.segments.some((segment) => segment.includes(asset.name)))
  const inline = imagesAreInline(newsletter) ? shown : []
  const { value, diagnostics } = composeMessage({
    issue,
    publication: publicationOf(newsletter, issue),
    html: boundHtml,
    text: boundText,
    images: inline.map((asset) => ({ cid: contentId(newsletter, asset), contentType: asset.type, bytes: asset.bytes })),
    date: issueMoment(issue.date, newsletter.timezone),
  })
  return value === undefined ? { diagnostics } : { state: { stencil: value, assets: shown }, diagnostics }
}
