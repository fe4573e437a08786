import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { picturePlace } from '../picture-place.ts'
import { defineRule } from '../rule.ts'

export const animated = defineRule('GZ-K415', function* (context) {
  for (const image of context.elements('img')) {
    const picture = context.input.pictures.get(valueOf(image, 'src') ?? '')
    if (picture?.animated === true) yield finding('GZ-K415', `${picture.file} moves`, picturePlace(context, image))
  }
})
