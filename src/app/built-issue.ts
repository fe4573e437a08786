import type { Newsletter } from '../config/newsletter.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import type { Issue } from '../model/issue.ts'
import type { Stencil } from '../model/stencil.ts'
import { build } from './build.ts'

/** An issue that is ready to be sent, or the errors that keep it from being. */
export type BuiltIssue =
  | { newsletter: Newsletter; issue: Issue; stencil: Stencil; diagnostics: Diagnostic[] }
  | { stencil?: undefined; diagnostics: Diagnostic[] }

/** Builds an issue without writing it. */
export async function builtIssue(request: {
  root: string
  issue?: string
  now: Date
  random: (bytes: number) => Uint8Array
}): Promise<BuiltIssue> {
  const { root, issue, now, random } = request
  const { state, newsletter, diagnostics } = await build({ root, now, random, until: 'check', ...(issue === undefined ? {} : { issue }) })
  const { stencil, issue: composed } = state
  if (hasErrors(diagnostics) || stencil === undefined || composed === undefined) return { diagnostics }
  return { newsletter, issue: composed, stencil, diagnostics }
}
