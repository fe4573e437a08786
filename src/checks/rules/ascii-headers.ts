import { finding, settingSpot } from '../finding.ts'
import { defineRule } from '../rule.ts'

export const asciiHeaders = defineRule('GZ-K707', function* (context) {
  for (const [name, value] of context.input.headers) {
    const raw = /[^\x00-\x7f]+/.exec(value)?.[0]
    if (raw === undefined) continue
    const place = name.toLowerCase() === 'subject' ? context.issuePlace('subject') : settingSpot(...(name.toLowerCase() === 'from' ? ['from', 'name'] : []))
    yield finding('GZ-K707', `${name} holds ${raw} without encoding`, place)
  }
})
