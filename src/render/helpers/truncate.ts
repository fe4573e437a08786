import { asNumber, asText, type Helper } from './helper.ts'

export const truncate: Helper = {
  about: 'Shortens text to a number of characters, at a space where there is one, with an ellipsis in their number.',
  params: [{ name: 'text' }, { name: 'length' }],
  options: {},
  returns: 'text',
  example: '{{truncate story.title 60}}',
  run: ({ params: [text, length], run }) => shorten(asText(text), asNumber(length), run.lang),
}

function shorten(text: string, length: number, lang: string): string {
  if (text.length <= length) return text
  const characters = [...new Intl.Segmenter(lang, { granularity: 'grapheme' }).segment(text)].map((one) => one.segment)
  if (characters.length <= length) return text
  const kept = characters.slice(0, Math.max(0, length - 1)).join('')
  const space = kept.lastIndexOf(' ')
  // A long word at the end is cut rather than thrown away with most of the text.
  const cut = space > kept.length / 2 ? kept.slice(0, space) : kept
  return `${cut.replace(/[\s,;:.–—-]+$/, '')}…`
}
