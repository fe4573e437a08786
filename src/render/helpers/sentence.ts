import { asText, type Helper } from './helper.ts'

export const sentence: Helper = {
  about: 'Writes text as a sentence: with a full stop, unless it ends with a mark of its own. For titles that run into the text.',
  params: [{ name: 'text' }],
  options: {},
  returns: 'text',
  example: '{{sentence story.title}}',
  run: ({ params: [value], run }) => {
    const text = asText(value)
    if (text === '' || /[.!?…:;。！？؟۔]["'”’»)\]」]*$/u.test(text)) return text
    return `${text}${/^(ja|zh)\b/i.test(run.lang) ? '。' : '.'}`
  },
}
