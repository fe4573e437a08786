import { finding } from '../finding.ts'
import { alike, canonicalUrl, wordList } from '../similar.ts'
import { defineRule } from '../rule.ts'
import type { Story } from '../../model/issue.ts'

export const duplicateStory = defineRule('GZ-K005', function* (context) {
  const seen: Story[] = []
  for (const story of context.stories) {
    const twin = seen.find((other) => sameStory(story, other))
    if (twin === undefined) seen.push(story)
    else yield finding('GZ-K005', `"${story.title}" is in the issue already, as ${twin.slug}`, context.articlePlace(story, 'url', 'title'))
  }
})

function sameStory(one: Story, other: Story): boolean {
  if (one.url !== undefined && other.url !== undefined && canonicalUrl(one.url) === canonicalUrl(other.url)) return true
  return numbersOf(one.title) === numbersOf(other.title) && alike(one.title, other.title) >= 0.85
}

/** The parts of a series have titles that differ in their number. */
function numbersOf(title: string): string {
  return wordList(title).filter((word) => /^(\p{N}+|[ivx]+|one|two|three|four|five|six)$/u.test(word)).join(' ')
}
