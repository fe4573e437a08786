import { CheckContext } from '../../checks/context.ts'
import { leavingAddress } from '../../checks/leaving.ts'
import { checkLinks } from '../../checks/net/links.ts'
import { checkPictures } from '../../checks/net/pictures.ts'
import type { Client } from '../../ingest/net/fetch.io.ts'
import type { AllowedHosts } from '../../ingest/net/guard.ts'
import { counted } from '../../lib/size.ts'
import type { FurtherCheck } from '../check.ts'
import { issueAddress } from '../image-address.ts'
import { readVisits, writeVisits } from './known-visits.io.ts'
import { createVisitor } from './visitor.ts'

export interface NetworkRequest {
  /** The newsletter folder. */
  root: string
  client: Client
  allowed: AllowedHosts
  /** Milliseconds since 1970. */
  now: () => number
  /** Tells a person who waits what is being done. */
  note: (line: string) => void
}

/**
 * Checks the links and pictures of an issue on the network. The link that takes a reader off the list is not asked,
 * nor is the page of the issue itself, which comes to be when it is sent.
 */
export function networkCheck({ root, client, allowed, now, note }: NetworkRequest): FurtherCheck {
  return async (input, found) => {
    const context = new CheckContext(input)
    const known = await readVisits(root, now)
    const visitor = createVisitor(client, allowed, known)
    const leaving = leavingAddress(input)
    const view = issueAddress(input.newsletter, input.issue.slug)
    const isLeftOut = (href: string): boolean => (leaving !== undefined && href.startsWith(leaving)) || (view !== undefined && href.replace(/[?#].*$/s, '') === view)
    note(`Asking about ${counted(context.links.length, 'link')} and ${counted(context.elements('img').length, 'picture')} …`)
    const [links, pictures] = await Promise.all([checkLinks(context, visitor, isLeftOut), checkPictures(context, visitor)])
    await writeVisits(root, known)
    // What could only be guessed at without the network is known now.
    return { findings: [...found.filter(({ code }) => code !== 'GZ-L005' && code !== 'GZ-L104'), ...links, ...pictures] }
  }
}
