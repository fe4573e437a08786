import type { Newsletter } from '../config/newsletter.ts'
import type { Asset } from '../model/asset.ts'

/** Whether local pictures travel inside the message: when the newsletter says so, or has no site to put them on. */
export function imagesAreInline(newsletter: Newsletter): boolean {
  return (newsletter.images ?? (newsletter.url === undefined ? 'inline' : 'hosted')) === 'inline'
}

/**
 * Where an issue stands on the web. The output folder of the issue is meant to be put there as it is, so that its
 * pictures and the link to view it in a browser both work.
 */
export function issueAddress(newsletter: Newsletter, slug: string): string | undefined {
  if (newsletter.links.view !== undefined) return newsletter.links.view.replaceAll('{issue}', slug)
  return newsletter.url === undefined ? undefined : `${newsletter.url.replace(/\/+$/, '')}/issues/${slug}/`
}

/** What goes into `src` for a local picture: an address on the newsletter's site, or `cid:` of an inline part. */
export function imageAddress(newsletter: Newsletter, slug: string, asset: Asset): string {
  const base = newsletter.url?.replace(/\/+$/, '')
  if (imagesAreInline(newsletter) || base === undefined) return `cid:${contentId(newsletter, asset)}`
  return `${base}/issues/${slug}/images/${asset.name}`
}

/** Content-ID of an inline picture, without the angle brackets (RFC 2392). */
export function contentId(newsletter: Newsletter, asset: Asset): string {
  return `${asset.name}@${newsletter.from.address.split('@')[1] ?? 'localhost'}`
}
