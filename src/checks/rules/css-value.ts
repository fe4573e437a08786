import { supportFindings } from '../support/report.ts'
import { defineRule } from '../rule.ts'

export const unsupportedValue = defineRule('GZ-K302', (context) => supportFindings(context, 'GZ-K302', 'value'))
