import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { lengthOf } from '../inbox-limits.ts'
import { pictureStory } from '../picture-place.ts'
import { defineRule } from '../rule.ts'

const longest = 150
const fileName = /\.(png|jpe?g|gif|webp|svg|avif)$|^(img|dsc|image|photo|picture|screenshot|untitled|bild|foto)[-_ ]?[\d_-]*$/i

export const altUnhelpful = defineRule('GZ-K502', function* (context) {
  for (const image of context.elements('img')) {
    const alt = valueOf(image, 'alt')?.trim() ?? ''
    const reason = fileName.test(alt) ? `"${alt}" is no description` : lengthOf(alt) > longest ? `the alt text has ${lengthOf(alt)} characters, and ${longest} are enough` : undefined
    if (reason === undefined) continue
    const story = pictureStory(context, image)
    const place = story === undefined ? context.placeOf(image, 'alt=') : context.articlePlace(story, 'imageAlt', 'image')
    yield finding('GZ-K502', reason, place)
  }
})
