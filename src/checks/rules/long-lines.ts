import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

/** Bytes of a line without its end (RFC 5322, 2.1.1). */
const longest = 998

export const longLines = defineRule('GZ-K706', function* ({ input }) {
  const { message } = input
  if (message === undefined) return
  let start = 0
  for (let line = 1; start < message.length; line++) {
    const end = message.indexOf(10, start)
    const stop = end === -1 ? message.length : end
    if (stop - start > longest + 1) {
      yield finding('GZ-K706', `line ${line} of the message has ${stop - start} bytes, and ${longest} are allowed`, input.template.main)
      return
    }
    start = stop + 1
  }
})
