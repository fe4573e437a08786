import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { isSoft } from '../picture-fit.ts'
import { picturePlace } from '../picture-place.ts'
import { defineRule } from '../rule.ts'

export const pictureSharp = defineRule('GZ-K505', function* (context) {
  for (const image of context.elements('img')) {
    const picture = context.input.pictures.get(valueOf(image, 'src') ?? '')
    const shown = Number.parseInt(valueOf(image, 'width') ?? '', 10)
    if (picture?.width === undefined || Number.isNaN(shown) || !isSoft(picture.width, shown)) continue
    yield finding('GZ-K505', `${picture.file} is ${picture.width} pixels wide and is shown ${shown} wide`, picturePlace(context, image), { hint: `save it ${shown * 2} pixels wide` })
  }
})
