import { faintText } from '../contrast-pairs.ts'
import { darken } from '../css/dark.ts'
import { faintFinding } from '../faint-finding.ts'
import { defineRule } from '../rule.ts'

/**
 * What a client does, whose mail it is seen in, and the part of the needed contrast that is enough: no client publishes
 * its recipe, so that a contrast just below the mark by ours may be just above it by theirs. Turning every colour is
 * the rougher guess; white on the brightest accent on which it can be read comes to four fifths of the mark there.
 */
const ways = [
  ['full', 'when Gmail or Outlook inverts it', 0.8],
  ['partial', 'when Outlook.com darkens it', 0.9],
] as const

export const contrastForced = defineRule('GZ-K410', function* (context) {
  const already = new Set([...faintText(context, context.light)].map((faint) => faint.source))
  for (const [kind, who, leeway] of ways) {
    for (const faint of faintText(context, context.light, (colour, role) => darken(colour, role, kind), leeway)) {
      // Text that is too faint as it is has been reported as that.
      if (already.has(faint.source)) continue
      already.add(faint.source)
      yield faintFinding(context, 'GZ-K410', faint, ` ${who}`)
    }
  }
})
