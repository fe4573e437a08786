import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { picturePlace } from '../picture-place.ts'
import { defineRule } from '../rule.ts'

/** Pixels of the file for each pixel shown, below which a picture looks soft on most screens of today. */
const sharp = 1.5

export const pictureSharp = defineRule('GZ-K505', function* (context) {
  for (const image of context.elements('img')) {
    const picture = context.input.pictures.get(valueOf(image, 'src') ?? '')
    const shown = Number.parseInt(valueOf(image, 'width') ?? '', 10)
    if (picture?.width === undefined || Number.isNaN(shown) || picture.width >= shown * sharp) continue
    yield finding('GZ-K505', `${picture.file} is ${picture.width} pixels wide and is shown ${shown} wide`, picturePlace(context, image), { hint: `save it ${shown * 2} pixels wide` })
  }
})
