import { finding } from '../finding.ts'
import { gmailClip } from '../simulate/gmail.ts'
import { kilobytes } from '../story-sizes.ts'
import { defineRule } from '../rule.ts'

/** Part of the limit from which on a server's own additions may cross it. */
const nearly = 0.92

export const nearlyClipped = defineRule('GZ-K201', function* (context) {
  const bytes = Buffer.byteLength(context.input.html)
  if (bytes <= gmailClip && bytes > gmailClip * nearly) {
    yield finding('GZ-K201', `the HTML has ${kilobytes(bytes)} KB of the 102.4 KB that Gmail shows`, context.issuePlace('articles'))
  }
})
