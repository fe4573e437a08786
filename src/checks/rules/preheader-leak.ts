import { finding } from '../finding.ts'
import { wordList } from '../similar.ts'
import { defineRule } from '../rule.ts'

export const preheaderLeak = defineRule('GZ-K109', function* ({ input }) {
  const line = wordList(input.issue.preheader).join(' ')
  if (line.length < 20) return
  const start = wordList(input.text.slice(0, 600)).join(' ')
  // The words may stand in the intro or in a story as well, and then belong there.
  const { intro, lead, sections } = input.issue
  const stories = [...(lead === undefined ? [] : [lead]), ...sections.flatMap((section) => section.stories)]
  const own = wordList([intro.text, ...stories.flatMap(({ title, blurb }) => [title, blurb.text])].join('\n')).join(' ')
  if (start.includes(line) && !own.includes(line)) {
    yield finding('GZ-K109', 'the plain text begins with the preheader', { inText: ['issue.preheader'] }, { hint: 'take {{issue.preheader}} out of text.hbs' })
  }
})
