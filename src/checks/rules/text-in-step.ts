import { finding } from '../finding.ts'
import { wordList } from '../similar.ts'
import { defineRule } from '../rule.ts'

export const textInStep = defineRule('GZ-K705', function* (context) {
  const { text } = context.input
  if (wordList(text).length < 10) return
  const words = wordList(text).join(' ')
  for (const story of context.stories) {
    const titled = words.includes(wordList(story.title).join(' '))
    const linked = story.url === undefined || text.includes(story.url.replace(/[?#].*$/s, ''))
    if (titled && linked) continue
    yield finding('GZ-K705', `the plain text lacks the ${titled ? 'link' : 'title'} of "${story.title}"`, { inText: titled ? ['title}}', '#each'] : ['#each'] })
  }
})
