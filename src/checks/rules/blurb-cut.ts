import type { Story } from '../../model/issue.ts'
import { finding } from '../finding.ts'
import { defineRule } from '../rule.ts'

/** Words and signs that want something after them. */
const dangling = /(?:[,:;–—-]|\s(?:and|or|but|the|an?|of|to|in|for|with|that|which|by|from|as|und|oder|der|die|das|ein|eine|von|mit|für|dass|et|ou|le|la|les|de|du|des|pour|avec|que|y|o|el|los|las|del|para|con))$/i

const ended = /[.!?…。！？؟।։။۔]["'”’»)\]]*$/u

export const blurbCut = defineRule('GZ-K601', function* (context) {
  for (const story of context.stories) {
    const text = story.blurb.text.trim()
    if (text !== '' && isCut(text, story)) {
      yield finding('GZ-K601', `the blurb ends in "${text.split(/\s+/).slice(-4).join(' ')}"`, context.blurbPlace(story, text.split(/\s+/).slice(-6).join(' ')))
    }
  }
})

/** A person may leave out the full stop; a program that does has cut. Thai and its neighbours have none. */
function isCut(text: string, story: Story): boolean {
  if (dangling.test(text)) return true
  const written = story.origin.method === 'editor' || story.origin.method === 'description'
  return !written && !ended.test(text) && !/[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]["'”’»)]*$/u.test(text)
}
