import { faintText } from '../contrast-pairs.ts'
import { darken } from '../css/dark.ts'
import { faintFinding } from '../faint-finding.ts'
import { defineRule } from '../rule.ts'

/** No client publishes its recipe; a contrast just below the mark by ours may be just above it by theirs. */
const leeway = 0.9

export const contrastForced = defineRule('GZ-K410', function* (context) {
  const already = new Set([...faintText(context, context.light)].map((faint) => faint.source))
  for (const [kind, who] of [['full', 'when Gmail or Outlook inverts it'], ['partial', 'when Outlook.com darkens it']] as const) {
    for (const faint of faintText(context, context.light, (colour, role) => darken(colour, role, kind), leeway)) {
      // Text that is too faint as it is has been reported as that.
      if (already.has(faint.source)) continue
      already.add(faint.source)
      yield faintFinding(context, 'GZ-K410', faint, ` ${who}`)
    }
  }
})
