import { finding } from '../finding.ts'
import { wordList } from '../similar.ts'
import { defineRule } from '../rule.ts'

/** Words in common after which a reader notices. */
const noticed = 4

export const blurbTitle = defineRule('GZ-K602', function* (context) {
  for (const story of context.stories) {
    const title = wordList(story.title)
    const blurb = wordList(story.blurb.text)
    const shared = Math.min(title.length, noticed)
    if (shared < 3 || title.slice(0, shared).some((word, at) => blurb[at] !== word)) continue
    yield finding('GZ-K602', `the blurb begins with "${title.slice(0, shared).join(' ')}", as the title does`, context.blurbPlace(story))
  }
})
