import { catalogue, type Code } from '../diagnostics/catalogue.ts'
import type { Entry, Severity } from '../diagnostics/entry.ts'
import type { CheckContext } from './context.ts'
import type { Finding } from './finding.ts'

/** One thing that can be wrong with an issue. Pure: the same context gives the same findings. */
export interface Rule {
  code: Code
  severity: Severity
  title: string
  /** What `gazette explain` and docs/checks.md say. */
  docs: Entry
  check: (context: CheckContext) => Iterable<Finding>
}

/** Defines a rule; its words come from the catalogue. */
export function defineRule(code: Code, check: Rule['check']): Rule {
  const docs: Entry = catalogue[code]
  return { code, severity: docs.severity, title: docs.title, docs, check }
}
