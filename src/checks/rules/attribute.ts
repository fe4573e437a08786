import { supportFindings } from '../support/report.ts'
import { defineRule } from '../rule.ts'

export const unsupportedAttribute = defineRule('GZ-K306', (context) => supportFindings(context, 'GZ-K306', 'attribute'))
