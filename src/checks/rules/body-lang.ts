import { finding } from '../finding.ts'
import { closest, valueOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

export const bodyLang = defineRule('GZ-K402', function* (context) {
  const [body] = context.elements('body')
  if (body === undefined) return
  const inside = context.document.elements.filter((element) => closest(element, (parent) => parent === body) !== undefined && element !== body)
  const marked = inside.find((element) => (valueOf(element, 'lang') ?? 'und') !== 'und' && valueOf(element, 'dir') !== undefined)
  if (marked === undefined) {
    yield finding('GZ-K402', 'no element inside the body says language and direction', context.placeOf(body, '<mj-body'), { hint: 'write <mjml lang="{{issue.lang}}" dir="{{issue.dir}}">' })
  }
})
