import { finding } from '../finding.ts'
import { alike } from '../similar.ts'
import { defineRule } from '../rule.ts'

/** Part of the words in common from which on two blurbs say the same. */
const twins = 0.7

export const blurbTwins = defineRule('GZ-K605', function* (context) {
  for (const [at, story] of context.stories.entries()) {
    const twin = context.stories.slice(0, at).find((other) => alike(other.blurb.text, story.blurb.text) >= twins)
    if (twin !== undefined) yield finding('GZ-K605', `the blurb says the same as that of "${twin.title}"`, context.blurbPlace(story))
  }
})
