import { asNumber, asText, HelperError, type Helper } from './helper.ts'

export const plural: Helper = {
  about: 'Writes a number with the word in the form that the number needs in the language of the issue.',
  params: [{ name: 'number' }],
  options: {
    zero: 'form for none, where the language has one',
    one: 'form for one',
    two: 'form for two, where the language has one',
    few: 'form for few, where the language has one',
    many: 'form for many, where the language has one',
    other: 'form for all the rest',
  },
  returns: 'text',
  example: '{{plural issue.storyCount one="story" other="stories"}}',
  run: ({ params: [value], options, run }) => {
    const number = asNumber(value)
    const form = options[new Intl.PluralRules(run.lang).select(number)] ?? options['other']
    if (form === undefined) throw new HelperError('needs a form named other')
    return `${new Intl.NumberFormat(run.lang).format(number)} ${asText(form)}`
  },
}
