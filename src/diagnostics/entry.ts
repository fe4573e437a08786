export type Severity = 'error' | 'warning' | 'info'

/** The documentation of one code, shown by `gazette explain` and in docs/errors.md. */
export interface Entry {
  /** How bad it is when nothing says otherwise. */
  severity: Severity
  /** What the code means, in a few words. */
  title: string
  /** Why it matters and what to do, in full sentences. */
  explanation: string
  /** Input that causes it. */
  bad?: string
  /** The same input, mended. */
  good?: string
}
