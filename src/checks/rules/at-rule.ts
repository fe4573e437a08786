import { supportFindings } from '../support/report.ts'
import { defineRule } from '../rule.ts'

export const unsupportedAtRule = defineRule('GZ-K303', (context) => supportFindings(context, 'GZ-K303', 'at-rule'))
