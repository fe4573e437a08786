import { type Finding, finding } from '../finding.ts'
import { closest, valueOf, wordsOf } from '../html/query.ts'
import { pictureStory } from '../picture-place.ts'
import { defineRule } from '../rule.ts'
import type { CheckContext } from '../context.ts'
import type { ElementNode } from '../html/document.ts'

export const altOfLink = defineRule('GZ-K503', function* (context) {
  for (const image of context.elements('img')) {
    const link = closest(image, (parent) => parent.tag === 'a')
    if (link === undefined || valueOf(image, 'alt')?.trim() !== '' || wordsOf(context.document, link) !== '') continue
    if (valueOf(link, 'aria-label') !== undefined || valueOf(link, 'aria-hidden') === 'true') continue
    yield altFinding(context, image)
  }
})

/** Where the article lacks the text it can be made from the title; where the template leaves it out it cannot. */
function altFinding(context: CheckContext, image: ElementNode): Finding {
  const message = 'a picture that is a link has no alt text'
  const story = pictureStory(context, image)
  const article = story === undefined ? undefined : context.articleOf(story)
  if (story === undefined || article?.image === undefined || (article.image.alt ?? '') !== '') {
    return finding('GZ-K503', message, context.placeOf(image, 'alt=', '<img'))
  }
  const place = context.articlePlace(story, 'imageAlt', 'image')
  const hint = 'write an imageAlt that says what the picture shows'
  return finding('GZ-K503', message, place, { hint, fix: { kind: 'key', key: 'imageAlt', value: story.title } })
}
