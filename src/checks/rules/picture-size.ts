import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { pictureStory } from '../picture-place.ts'
import { defineRule } from '../rule.ts'

export const pictureSize = defineRule('GZ-K504', function* (context) {
  for (const image of context.elements('img')) {
    if (context.isHidden(image)) continue
    const src = valueOf(image, 'src') ?? ''
    const missing = /^\d/.test(valueOf(image, 'width') ?? '') ? undefined : 'width'
    // The height of a picture on the web that an article names is known to nobody.
    const unknown = pictureStory(context, image) !== undefined && context.input.pictures.get(src)?.height === undefined
    const flat = missing ?? (unknown || /^\d/.test(valueOf(image, 'height') ?? '') ? undefined : 'height')
    if (flat !== undefined) yield finding('GZ-K504', `the picture ${src.slice(0, 80)} has no ${flat}`, context.placeOf(image, '<img', '<mj-image'))
  }
})
