import { finding } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { isLanguageTag } from '../languages.ts'
import { defineRule } from '../rule.ts'

export const documentLang = defineRule('GZ-K401', function* (context) {
  const [html] = context.elements('html')
  if (html === undefined) return
  const lang = valueOf(html, 'lang')?.trim() ?? ''
  if (lang === '' || lang === 'und') {
    yield finding('GZ-K401', 'the message does not say its language', context.placeOf(html, 'lang='), { hint: 'write <mjml lang="{{issue.lang}}" dir="{{issue.dir}}">' })
  } else if (!isLanguageTag(lang)) {
    yield finding('GZ-K401', `lang="${lang}" is no language tag`, context.placeOf(html, 'lang='))
  }
})
