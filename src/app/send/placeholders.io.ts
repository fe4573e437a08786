import type { Newsletter } from '../../config/newsletter.ts'
import { placeInNewsletter } from '../../config/places.io.ts'
import { isLoopback, type Target } from '../../deliver/smtp-url.ts'
import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { starterPostalAddress } from '../scaffold/starter-texts.ts'

/** Kept for examples, so that nobody can have them (RFC 2606 §3). */
const exampleDomain = /(^|[.@])example\.(com|net|org)$/i

/**
 * Finds what `gazette init` offered in newsletter.yaml and nobody has replaced: readers could neither answer nor leave.
 *
 * @returns one error for each; none when the mail stays on this machine, as in a rehearsal
 */
export async function placeholders(root: string, newsletter: Newsletter, target: Target): Promise<Diagnostic[]> {
  if (target.kind === 'smtp' && isLoopback(target.host)) return []
  const { from, links, postalAddress } = newsletter
  const found: [path: string[], value: string][] = []
  if (exampleDomain.test(from.address)) found.push([['from', 'address'], from.address])
  for (const [name, link] of Object.entries(links)) {
    if (typeof link === 'string' && exampleDomain.test(hostOf(link))) found.push([['links', name], link])
  }
  if (postalAddress?.includes(starterPostalAddress) === true) found.push([['postalAddress'], postalAddress])
  return Promise.all(
    found.map(async ([path, value]) => {
      const place = await placeInNewsletter(root, path, 'value')
      return diagnostic('GZ-D027', `${path.join('.')} is still an example: ${value}`, { ...place, hint: 'put your own there; nothing was sent' })
    }),
  )
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname : ''
}
