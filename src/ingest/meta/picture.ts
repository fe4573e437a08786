import { attribute, type PageDocument } from '../page/dom.ts'
import { tidyImage } from './address.ts'
import { isBesides } from './besides.ts'
import { plainText } from './entities.ts'
import { type Fields, firstFound } from './found.ts'
import { pictureSources } from './picture-sources.ts'
import { metaValue, type MetaTags } from './tags.ts'

/** Pixels below which a picture is an ornament. */
const narrowest = 200
const ornament = /avatar|logo|icon|pixel|spacer|emoji/i

/**
 * The picture that stands for an article, and what it shows.
 *
 * @param told what its JSON-LD says
 * @param base address that others are relative to
 */
export function findPicture(document: PageDocument, tags: MetaTags, told: string | undefined, base: string | undefined): Pick<Fields, 'image' | 'imageAlt'> {
  const resolve = (value: string | undefined): string | undefined => (value === undefined ? undefined : tidyImage(value, base))
  const image = firstFound(
    ['opengraph', resolve(metaValue(tags, 'og:image:secure_url', 'og:image', 'og:image:url'))],
    ['json-ld', resolve(told)],
    ['meta', resolve(metaValue(tags, 'twitter:image', 'twitter:image:src', 'thumbnail', 'image'))],
    ['page', resolve(attribute(document.querySelector('link[rel~="image_src" i]'), 'href'))],
    ['page', leadPicture(document, resolve)],
  )
  if (image === undefined) return {}
  const alt = firstFound(['opengraph', metaValue(tags, 'og:image:alt', 'twitter:image:alt')], ['page', altOf(document, image.value)])
  return alt === undefined ? { image } : { image, imageAlt: alt }
}

/** The address of the first picture of the article that is not small. */
function leadPicture(document: PageDocument, resolve: (source: string) => string | undefined): string | undefined {
  for (const picture of document.querySelectorAll('article img, main img, .post img, .entry-content img')) {
    const width = Number.parseInt(attribute(picture, 'width') ?? '', 10)
    const sources = pictureSources(picture)
    const names = `${attribute(picture, 'class') ?? ''} ${sources.join(' ')}`
    const address = sources.map(resolve).find((source) => source !== undefined)
    if (address === undefined || isBesides(picture) || width < narrowest || ornament.test(names)) continue
    return address
  }
  return undefined
}

/** The alternative text that the page gives the same picture, in whatever size. */
function altOf(document: PageDocument, image: string): string | undefined {
  const wanted = stem(image)
  if (wanted.length < 5) return undefined
  for (const picture of document.querySelectorAll('img[alt]')) {
    const alt = plainText(attribute(picture, 'alt') ?? '')
    if (alt !== '' && pictureSources(picture).some((source) => stem(source) === wanted)) return alt
  }
  return undefined
}

/** The name of a picture's file without the size that blog software adds. */
function stem(address: string): string {
  const file = address.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  return file.replace(/-\d+x\d+(?=\.\w+$)/, '').toLowerCase()
}
