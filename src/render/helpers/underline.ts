import { columns } from '../../lib/wrap.ts'
import { asText, type Helper } from './helper.ts'

export const underline: Helper = {
  about: 'A heading for the plain-text part: the text, and a line of dashes of its width below it.',
  params: [{ name: 'text' }],
  options: { with: 'the character of the line; - when left out' },
  returns: 'text',
  example: '{{underline section.name with="="}}',
  run: ({ params: [value], options }) => {
    const text = asText(value)
    const mark = options['with'] === undefined ? '-' : asText(options['with'])
    return `${text}\n${mark.repeat(Math.min(72, columns(text)))}`
  },
}
