import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const altMissing = defineRule('GZ-K501', function* (context) {
  for (const image of context.elements('img')) {
    if (valueOf(image, 'alt') === undefined) {
      yield finding('GZ-K501', `the picture ${valueOf(image, 'src') ?? ''} has no alt attribute`, context.placeOf(image, '<img'), { hint: 'alt="{{story.image.alt}}", or alt="" when it only decorates' })
    }
  }
})
