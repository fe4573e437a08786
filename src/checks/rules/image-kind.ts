import { supportFindings } from '../support/report.ts'
import { defineRule } from '../rule.ts'

export const imageKind = defineRule('GZ-K507', (context) => supportFindings(context, 'GZ-K507', 'image'))
