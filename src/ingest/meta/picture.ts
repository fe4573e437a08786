import { attribute, type PageDocument } from '../page/dom.ts'
import { tidyImage } from './address.ts'
import { isBesides } from './besides.ts'
import { plainText } from './entities.ts'
import { type Fields, firstFound } from './found.ts'
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
    ['page', resolve(leadPicture(document))],
  )
  if (image === undefined) return {}
  const alt = firstFound(['opengraph', metaValue(tags, 'og:image:alt', 'twitter:image:alt')], ['page', altOf(document, image.value)])
  return alt === undefined ? { image } : { image, imageAlt: alt }
}

/** The first picture of the article that is not small. */
function leadPicture(document: PageDocument): string | undefined {
  for (const picture of document.querySelectorAll('article img[src], main img[src], .post img[src], .entry-content img[src]')) {
    const width = Number.parseInt(attribute(picture, 'width') ?? '', 10)
    const names = `${attribute(picture, 'class') ?? ''} ${attribute(picture, 'src') ?? ''}`
    if (isBesides(picture) || width < narrowest || ornament.test(names)) continue
    return attribute(picture, 'data-src') ?? attribute(picture, 'src')
  }
  return undefined
}

/** The alternative text that the page gives the same picture, in whatever size. */
function altOf(document: PageDocument, image: string): string | undefined {
  const wanted = stem(image)
  if (wanted.length < 5) return undefined
  for (const picture of document.querySelectorAll('img[alt]')) {
    const alt = plainText(attribute(picture, 'alt') ?? '')
    const sources = ['src', 'data-src', 'data-lazy-src'].map((name) => attribute(picture, name))
    if (alt !== '' && sources.some((source) => source !== undefined && stem(source) === wanted)) return alt
  }
  return undefined
}

/** The name of a picture's file without the size that blog software adds. */
function stem(address: string): string {
  const file = address.split(/[?#]/)[0]?.split('/').at(-1) ?? ''
  return file.replace(/-\d+x\d+(?=\.\w+$)/, '').toLowerCase()
}
