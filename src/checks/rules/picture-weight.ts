import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { picturePlace } from '../picture-place.ts'
import { defineRule } from '../rule.ts'

export const pictureWeight = defineRule('GZ-K510', function* (context) {
  const limit = context.input.newsletter.checks.imageBytes
  for (const image of context.elements('img')) {
    const picture = context.input.pictures.get(valueOf(image, 'src') ?? '')
    if (picture === undefined || picture.bytes <= limit) continue
    yield finding('GZ-K510', `${picture.file} has ${(picture.bytes / 1e6).toFixed(1)} MB`, picturePlace(context, image))
  }
})
