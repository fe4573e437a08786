import { finding } from '../finding.ts'
import { gmailClip } from '../simulate/gmail.ts'
import { kilobytes, storySizes } from '../story-sizes.ts'
import { defineRule } from '../rule.ts'

export const clipped = defineRule('GZ-R009', function* (context) {
  const { html } = context.input
  const bytes = Buffer.byteLength(html)
  if (bytes <= gmailClip) return
  const sizes = storySizes(context)
  const crossing = sizes.findLast((story) => story.startByte <= gmailClip)
  const [heaviest] = sizes.toSorted((a, b) => b.bytes - a.bytes)
  const mean = sizes.length === 0 ? 0 : sizes.reduce((sum, story) => sum + story.bytes, 0) / sizes.length
  const surplus = mean === 0 ? 0 : Math.ceil((bytes - gmailClip) / mean)
  const where = crossing === undefined ? '' : `; it is cut in "${crossing.story.title}"`
  yield finding('GZ-R009', `the HTML has ${kilobytes(bytes)} KB of the 102.4 KB that Gmail shows${where}`, crossing === undefined ? context.issuePlace('articles') : context.entryPlace(crossing.story), {
    ...(surplus === 0 ? {} : { hint: `a story costs ${kilobytes(mean)} KB: leave out ${surplus} ${surplus === 1 ? 'story' : 'stories'}, or use a lighter template; "${heaviest?.story.title ?? ''}" is the heaviest with ${kilobytes(heaviest?.bytes ?? 0)} KB` }),
  })
})
