import { supportFindings } from '../support/report.ts'
import { defineRule } from '../rule.ts'

export const unsupportedSelector = defineRule('GZ-K304', (context) => supportFindings(context, 'GZ-K304', 'selector'))
