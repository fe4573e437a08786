import { asText, type Helper } from './helper.ts'

export const join: Helper = {
  about: 'Writes the texts that are not empty with something between them.',
  params: [{ name: 'text', repeats: true }],
  options: { with: 'what stands between two texts; " · " when left out' },
  returns: 'text',
  example: '{{join story.source story.author story.readingTime with=" · "}}',
  run: ({ params, options }) => {
    const between = options['with'] === undefined ? ' · ' : asText(options['with'])
    return params
      .map(asText)
      .filter((text) => text !== '')
      .join(between)
  },
}
