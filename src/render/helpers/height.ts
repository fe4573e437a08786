import { asNumber, HelperError, type Helper } from './helper.ts'

export const height: Helper = {
  about:
    'The height of a picture that is shown at a width, so that its place is kept while it loads; empty when unknown.',
  params: [{ name: 'image' }, { name: 'width' }],
  options: {},
  returns: 'text',
  example: '{{height story.image 552}}',
  run: ({ params: [image, width] }) => {
    if (typeof image !== 'object' || image === null || !('width' in image) || !('height' in image)) {
      throw new HelperError('takes an image')
    }
    const shown = asNumber(width)
    const known = typeof image.width === 'number' && typeof image.height === 'number' && image.width > 0
    return known ? String(Math.max(1, Math.round((shown * Number(image.height)) / Number(image.width)))) : ''
  },
}
