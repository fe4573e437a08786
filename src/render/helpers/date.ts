import { dateStyles, formatDate, isDateStyle } from '../../lib/format-date.ts'
import { asText, HelperError, type Helper } from './helper.ts'

export const date: Helper = {
  about: 'Writes a date in the language of the issue.',
  params: [{ name: 'date' }],
  options: { style: 'long (27 November 2026), medium (27 Nov 2026) or short (27 Nov); long when left out' },
  returns: 'text',
  example: '{{date story.date style="short"}}',
  run: ({ params: [value], options, run }) => {
    const style = options['style'] === undefined ? 'long' : asText(options['style'])
    if (!isDateStyle(style)) throw new HelperError(`knows no style ${style}: one of ${dateStyles.join(', ')}`)
    const iso = asText(value)
    return iso === '' ? '' : formatDate(iso, run.lang, run.timezone, style)
  },
}
