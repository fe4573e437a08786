import { supportFindings } from '../support/report.ts'
import { defineRule } from '../rule.ts'

export const unsupportedProperty = defineRule('GZ-K301', (context) => supportFindings(context, 'GZ-K301', 'property'))
