/** What a span of a blurb claims that the article does not bear out, or what is wrong with its form. */
export type FindingKind =
  | 'number'
  | 'amount'
  | 'percentage'
  | 'date'
  | 'quotation'
  | 'name'
  | 'address'
  | 'support'
  | 'length'
  | 'language'
  | 'phrase'
  | 'form'

/** One objection of the guard. A `fail` keeps the blurb out; a `warn` is shown to the editor. */
export interface GuardFinding {
  kind: FindingKind
  severity: 'fail' | 'warn'
  /** The words at fault, as they stand in the blurb. */
  span: string
  /** Offset of the span in the blurb, in UTF-16 units. */
  start: number
  /** One sentence without the place. */
  reason: string
}
