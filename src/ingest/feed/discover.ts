import { addressIn } from '../meta/address.ts'
import { attribute, type PageDocument } from '../page/dom.ts'

const feedTypes = /^(?:application\/(?:rss\+xml|atom\+xml|rdf\+xml|feed\+json|json)|text\/xml)\b/i

/**
 * The feeds that a page names, in its order, those of comments last.
 *
 * @param base address of the page
 */
export function feedsOf(document: PageDocument, base: string | undefined): string[] {
  const found: { address: string; comments: boolean }[] = []
  for (const link of document.querySelectorAll('link[rel~="alternate" i][href]')) {
    const type = attribute(link, 'type') ?? ''
    const address = addressIn(attribute(link, 'href') ?? '', base)
    if (address === undefined || !feedTypes.test(type)) continue
    // Blogs announce their programming interface as JSON beside their feeds.
    if (/^application\/json/i.test(type) && !/feed/i.test(address)) continue
    found.push({ address, comments: /comment/i.test(`${attribute(link, 'title') ?? ''} ${address}`) })
  }
  const ordered = [...found.filter((feed) => !feed.comments), ...found.filter((feed) => feed.comments)]
  return [...new Set(ordered.map((feed) => feed.address))]
}
