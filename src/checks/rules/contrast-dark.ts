import { faintText } from '../contrast-pairs.ts'
import { faintFinding } from '../faint-finding.ts'
import { defineRule } from '../rule.ts'

export const contrastDark = defineRule('GZ-K409', function* (context) {
  const { dark } = context
  if (dark === undefined) return
  for (const faint of faintText(context, dark)) yield faintFinding(context, 'GZ-K409', faint, ' in the message’s dark colours')
})
