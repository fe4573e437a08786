import { finding } from '../finding.ts'
import { canonicalUrl } from '../similar.ts'
import { defineRule } from '../rule.ts'

export const recentStory = defineRule('GZ-K006', function* (context) {
  const { earlier } = context.input
  for (const story of context.stories) {
    const url = story.url === undefined ? undefined : canonicalUrl(story.url)
    const before = earlier.find((other) => other.slug === story.slug || (url !== undefined && other.url !== undefined && canonicalUrl(other.url) === url))
    if (before === undefined) continue
    const place = before.slug === story.slug ? context.entryPlace(story) : context.articlePlace(story, 'url', 'title')
    yield finding('GZ-K006', `"${story.title}" was in ${before.issue} already`, place)
  }
})
