import type { Newsletter } from '../config/newsletter.ts'

/** What the envelope and the links of an issue's messages are made from; a send keeps it with the message. */
export interface Posting {
  /** Slug of the issue. */
  slug: string
  /** Domain that Message-IDs are made for. */
  domain: string
  /** Where servers return what they cannot deliver. */
  returnPath: string
  /** Whether the return path names the recipient. */
  verp: boolean
  /** Link by which a reader leaves, with `{token}` in it. */
  unsubscribe?: string
}

/** What a newsletter says of the envelope and the links of one issue. Without a return path of its own, mail comes back to the sender. */
export function postingOf({ from, delivery, links }: Newsletter, slug: string): Posting {
  return {
    slug,
    domain: from.address.split('@').at(-1) ?? 'localhost',
    returnPath: delivery.returnPath ?? from.address,
    verp: delivery.verp,
    ...(links.unsubscribe === undefined ? {} : { unsubscribe: links.unsubscribe }),
  }
}
