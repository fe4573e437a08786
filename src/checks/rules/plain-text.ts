import { finding } from '../finding.ts'
import { wordList } from '../similar.ts'
import { defineRule } from '../rule.ts'

/** Words below which a text part is there only in name. */
const enough = 10

export const plainText = defineRule('GZ-K704', function* ({ input }) {
  const words = wordList(input.text).length
  if (words < enough) yield finding('GZ-K704', words === 0 ? 'the message has no plain text' : `the plain text has only ${words} words`, input.template.text)
})
