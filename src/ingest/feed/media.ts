import { tidyImage } from '../meta/address.ts'
import { plainText } from '../meta/entities.ts'
import { childrenNamed, lineOf } from './elements.ts'
import type { FeedEntry } from './feed.ts'
import type { XmlElement } from './xml.ts'

/** Pixels below which a picture is an ornament. */
const narrowest = 140

interface Offer {
  address: string
  width: number
  alt?: string
}

/** The picture that a feed gives an entry: Media RSS, an enclosure, iTunes. The widest of one kind is taken. */
export function pictureOf(element: XmlElement, base: string | undefined): Pick<FeedEntry, 'image' | 'imageAlt'> {
  const groups = [element, ...childrenNamed(element, 'media:group')]
  const contents = groups.flatMap((group) => childrenNamed(group, 'media:content')).filter(isPicture)
  const thumbnails = [...groups, ...contents].flatMap((group) => childrenNamed(group, 'media:thumbnail'))
  const enclosures = childrenNamed(element, 'enclosure').filter(isPicture)
  const atomEnclosures = childrenNamed(element, 'link').filter((link) => link.attributes.rel === 'enclosure' && isPicture(link))
  const others = childrenNamed(element, 'itunes:image', 'image')
  for (const kind of [contents, enclosures, atomEnclosures, thumbnails, others]) {
    const offers = kind.flatMap((candidate) => offerOf(candidate, base)).filter(({ width }) => !(width < narrowest))
    const best = offers.toSorted((a, b) => (b.width || 0) - (a.width || 0))[0]
    if (best !== undefined) return { image: best.address, ...(best.alt === undefined ? {} : { imageAlt: best.alt }) }
  }
  return {}
}

function isPicture({ attributes: { medium, type, url = '', href = '' } }: XmlElement): boolean {
  if (medium !== undefined) return medium === 'image'
  return type === undefined ? /\.(?:jpe?g|png|webp|gif|avif)(?:[?#]|$)/i.test(url + href) : type.startsWith('image/')
}

function offerOf(element: XmlElement, base: string | undefined): Offer[] {
  const { url, href, width } = element.attributes
  const written = url ?? href ?? lineOf(element, 'url') ?? element.text.trim()
  const address = written === '' ? undefined : tidyImage(written, base)
  if (address === undefined) return []
  const described = childrenNamed(element, 'media:description', 'media:title').map(({ text }) => plainText(text)).find((text) => text !== '' && text.length <= 250)
  return [{ address, width: Number(width ?? NaN), ...(described === undefined ? {} : { alt: described }) }]
}
