import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { readableSize } from '../../lib/size.ts'
import { fill } from '../../model/fill.ts'
import type { Issue } from '../../model/issue.ts'
import { personalise } from '../../model/personalise.ts'
import type { BoundText, Stencil } from '../../model/stencil.ts'
import { buildReport, gmailClip } from '../build-report.ts'
import type { BuildContext, BuildState } from '../build-state.ts'
import type { StageResult } from '../pipeline.ts'
import { sampleFields } from '../publication.ts'

interface Built {
  issue: Issue
  boundHtml: BoundText
  boundText: BoundText
  stencil: Stencil
}

/** Looks at the finished message, and sums the issue up. */
export function checkStage(built: Built, { newsletter }: BuildContext, found: readonly Diagnostic[]): StageResult<BuildState> {
  const fields = sampleFields(newsletter)
  const size = {
    html: Buffer.byteLength(fill(built.boundHtml, fields)),
    text: Buffer.byteLength(fill(built.boundText, fields)),
    message: personalise(built.stencil, fields).length,
  }
  const diagnostics = size.html > gmailClip ? [tooLong(size.html)] : []
  return { state: { report: buildReport(built.issue, size, [...found, ...diagnostics]) }, diagnostics }
}

function tooLong(bytes: number): Diagnostic {
  const message = `the message has ${readableSize(bytes)} of HTML, and Gmail cuts it after ${readableSize(gmailClip)}`
  return diagnostic('GZ-R009', message, { hint: 'leave out a story or two, or choose a lighter template' })
}
