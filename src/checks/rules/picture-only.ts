import { finding } from '../finding.ts'
import { nodesOf, wordsOf } from '../html/query.ts'
import { wordList } from '../similar.ts'
import { defineRule } from '../rule.ts'

/** Words below which a message counts as made of pictures. */
const enough = 20

export const pictureOnly = defineRule('GZ-K508', function* (context) {
  const pictures = context.elements('img').filter((image) => !context.isHidden(image))
  if (pictures.length === 0) return
  let words = 0
  for (const node of nodesOf(context.document.root)) {
    if (node.kind !== 'text' || node.parent.tag === 'title' || node.parent.tag === 'style' || context.isHidden(node.parent)) continue
    words += wordList(wordsOf(context.document, node)).length
    if (words >= enough) return
  }
  yield finding('GZ-K508', `the message has ${pictures.length} ${pictures.length === 1 ? 'picture' : 'pictures'} and only ${words} words`, context.input.template.main)
})
