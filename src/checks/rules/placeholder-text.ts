import { finding } from '../finding.ts'
import { nodesOf, textOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

const placeholder = /lorem ipsum|\bTODO\b|\bFIXME\b|\bXXX\b|\bTKTK\b|your (text|headline|title|link|name|company) here|insert (text|title|link|image|name) here|\bplaceholder\b|click to edit/i

export const placeholderText = defineRule('GZ-K008', function* (context) {
  for (const node of nodesOf(context.document.root)) {
    if (node.kind !== 'text' || node.parent.tag === 'style') continue
    const found = placeholder.exec(textOf(context.document, node))?.[0]
    if (found !== undefined && !context.contentWords.includes(found)) {
      yield finding('GZ-K008', `"${found}" looks like text that was meant to be replaced`, context.placeOf(node.parent, found))
    }
  }
  for (const story of context.stories) {
    const found = placeholder.exec(`${story.title}\n${story.blurb.text}`)?.[0]
    if (found === undefined) continue
    const place = story.title.includes(found) ? context.articlePlace(story, 'title') : context.blurbPlace(story, found)
    yield finding('GZ-K008', `"${found}" looks like text that was meant to be replaced`, place)
  }
})
