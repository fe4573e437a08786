import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

export const shouting = defineRule('GZ-K108', function* (context) {
  const { subject, preheader } = context.input.issue
  for (const [key, text] of [['subject', subject], ['preheader', preheader]] as const) {
    const reason = shoutIn(text)
    if (reason !== undefined) yield finding('GZ-K108', `the ${key} ${reason}`, context.issuePlace(key))
  }
})

/** Short words in capitals are names and abbreviations. */
function shoutIn(text: string): string | undefined {
  if (/[!?]{3,}|!{2,}/.test(text)) return 'ends in a row of exclamation marks'
  const words = text.match(/\p{L}{2,}/gu) ?? []
  const capitals = words.filter((word) => word.length >= 4 && word === word.toUpperCase() && word !== word.toLowerCase())
  if (capitals.length >= 2 && capitals.length * 2 >= words.length) return `is in capitals: ${capitals.slice(0, 3).join(' ')}`
  return undefined
}
