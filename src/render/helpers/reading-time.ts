import { minutesInWords } from '../labels.ts'
import { asNumber, type Helper } from './helper.ts'

export const readingTime: Helper = {
  about: 'Writes minutes in the language of the issue.',
  params: [{ name: 'minutes' }],
  options: {},
  returns: 'text',
  example: '{{readingTime issue.readingMinutes}}',
  run: ({ params: [minutes], run }) => minutesInWords(asNumber(minutes), run.lang),
}
