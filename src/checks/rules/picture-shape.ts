import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { isStretched } from '../picture-fit.ts'
import { picturePlace } from '../picture-place.ts'
import { defineRule } from '../rule.ts'

export const pictureShape = defineRule('GZ-K509', function* (context) {
  for (const image of context.elements('img')) {
    const picture = context.input.pictures.get(valueOf(image, 'src') ?? '')
    const [width, height] = ['width', 'height'].map((name) => Number(valueOf(image, name)))
    if (picture?.width === undefined || picture.height === undefined || !width || !height) continue
    if (context.light.styleOf(image).has('object-fit')) continue
    if (!isStretched({ width: picture.width, height: picture.height }, { width, height })) continue
    yield finding('GZ-K509', `${picture.file} is ${picture.width} × ${picture.height} and is shown ${width} × ${height}`, picturePlace(context, image))
  }
})
