import { supportFindings } from '../support/report.ts'
import { defineRule } from '../rule.ts'

export const unsupportedElement = defineRule('GZ-K305', (context) => supportFindings(context, 'GZ-K305', 'element'))
