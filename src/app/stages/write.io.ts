import { join } from 'node:path'
import { type Diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { fill } from '../../model/fill.ts'
import type { Asset } from '../../model/asset.ts'
import type { IssueFile } from '../../model/issue.ts'
import { personalise } from '../../model/personalise.ts'
import type { BoundText, Stencil } from '../../model/stencil.ts'
import type { BuildReport } from '../build-report.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import { replaceFolder } from '../folder.io.ts'
import { imageAddress } from '../image-address.ts'
import { sampleFields } from '../publication.ts'
import type { StageResult } from '../pipeline.ts'

interface Built {
  issueFile: IssueFile
  boundHtml: BoundText
  boundText: BoundText
  stencil: Stencil
  assets: Asset[]
}

/** Writes the output folder, whole or not at all, unless something before found an error. */
export async function writeStage(
  built: Built & { report: BuildReport; mjml: string },
  context: BuildContext,
  found: readonly Diagnostic[],
): Promise<StageResult<BuildState>> {
  if (hasErrors(found)) return {}
  const fields = sampleFields(context.newsletter)
  const files = new Map<string, string | Uint8Array>([
    ['index.html', pageOf(built, context)],
    ['message.txt', fill(built.boundText, fields)],
    ['message.eml', personalise(built.stencil, fields)],
    ['report.json', `${JSON.stringify(built.report, null, 2)}\n`],
    ...(context.emitMjml ? [['issue.mjml', built.mjml] as const] : []),
    ...built.assets.map((asset) => [`images/${asset.name}`, asset.bytes] as const),
  ])
  await replaceFolder(join(context.out, built.issueFile.slug), files)
  const written = [...files].map(([path, content]) => ({ path, bytes: Buffer.byteLength(content) }))
  return { state: { written } }
}

/** The HTML of the message as a page of its own: its pictures come from the folder beside it. */
function pageOf({ issueFile, boundHtml, assets }: Built, { newsletter }: BuildContext): string {
  let html = fill(boundHtml, sampleFields(newsletter))
  for (const asset of assets) html = html.replaceAll(imageAddress(newsletter, issueFile.slug, asset), `images/${asset.name}`)
  return html
}
