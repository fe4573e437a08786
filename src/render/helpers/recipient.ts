import { asText, HelperError, type Helper } from './helper.ts'

/** Fields that every message has, whoever it goes to; sending fills them. */
export const ownFields = ['email', 'unsubscribeUrl', 'viewUrl'] as const

/** Whether a word can be the name of a recipient's field. */
export function isFieldName(word: string): boolean {
  return /^[a-z]\w*$/i.test(word)
}

export const recipient: Helper = {
  about: 'A field of the recipient. What stands there is filled in when the message is sent, not before.',
  params: [{ name: 'field' }],
  options: { default: 'used for recipients without the field; left out, every recipient must have it' },
  returns: 'text',
  example: '{{recipient "firstName" default="there"}}',
  run: ({ params: [field], options, run, place }) => {
    const name = asText(field)
    if (!isFieldName(name)) throw new HelperError(`knows no field ${name}`)
    return run.slot(name, options['default'] === undefined ? undefined : asText(options['default']), place)
  },
}
