import { faintText } from '../contrast-pairs.ts'
import { faintFinding } from '../faint-finding.ts'
import { defineRule } from '../rule.ts'

export const contrastLight = defineRule('GZ-K408', function* (context) {
  for (const faint of faintText(context, context.light)) yield faintFinding(context, 'GZ-K408', faint, '')
})
