import { isPrivateHost } from '../../lib/private-address.ts'
import type { CheckContext } from '../context.ts'
import { type Finding, finding, type Spot } from '../finding.ts'
import { valueOf } from '../html/query.ts'
import { linkKind } from '../link-kind.ts'
import { targetPlace } from '../link-place.ts'
import { httpFinding } from '../rules/link-http.ts'
import { privateFinding } from '../rules/link-private.ts'
import { canonicalUrl } from '../similar.ts'
import type { Visit, Visitor } from './visit.ts'

/** A target of the message with the places that write it. */
interface Target {
  href: string
  url: URL
  places: Spot[]
}

/**
 * Asks the network about every link of a message.
 *
 * @param isLeftOut links that are not asked, such as one that takes the reader off the list
 */
export async function checkLinks(context: CheckContext, visitor: Visitor, isLeftOut: (href: string) => boolean): Promise<Finding[]> {
  const targets = targetsOf(context)
  const asked = await Promise.all(targets.filter(({ href }) => !isLeftOut(href)).map((target) => checkTarget(context, target, visitor)))
  return [...asked.flat(), ...targets.filter(({ href }) => isLeftOut(href)).flatMap(leftOut)]
}

/** What is plain without asking. */
function leftOut({ href, url, places }: Target): Finding[] {
  return isPrivateHost(url.hostname) ? places.map((place) => privateFinding(href, place)) : []
}

function targetsOf(context: CheckContext): Target[] {
  const targets = new Map<string, Target>()
  for (const link of context.links) {
    const href = valueOf(link, 'href') ?? ''
    const kind = linkKind(href)
    if (kind.kind !== 'web') continue
    const place = targetPlace(context, link)
    const known = targets.get(href)
    if (known === undefined) targets.set(href, { href, url: kind.url, places: [place] })
    else if (!known.places.some((other) => JSON.stringify(other) === JSON.stringify(place))) known.places.push(place)
  }
  return [...targets.values()]
}

async function checkTarget(context: CheckContext, { href, url, places }: Target, visitor: Visitor): Promise<Finding[]> {
  const visit = await visitor.page(href)
  const first = places.flatMap((place) => findingsOf(context, href, visit, place))
  if (url.protocol !== 'http:' || visit.kind === 'closed') return first
  const secure = await visitor.page(href.replace(/^http:/i, 'https:'))
  return secure.kind === 'good' ? [...first, ...places.map((place) => httpFinding(href, place, 'it answers on https as well'))] : first
}

function findingsOf(context: CheckContext, href: string, visit: Visit, place: Spot): Finding[] {
  switch (visit.kind) {
    case 'good':
      return movedFinding(context, href, visit.movedTo, place)
    case 'broken':
      return [finding('GZ-L101', visit.reason, place, { hint: 'correct the address, or link to another page' })]
    case 'unsure':
      return [finding('GZ-L102', visit.reason, place, { hint: 'open the link in a browser' })]
    case 'closed':
      return [privateFinding(href, place, visit.reason)]
  }
}

/** A move from http to https, to or from www, or to a last slash is not worth a word. */
function movedFinding(context: CheckContext, href: string, movedTo: string | undefined, place: Spot): Finding[] {
  if (movedTo === undefined || canonicalUrl(movedTo) === canonicalUrl(href)) return []
  const target = withoutAdded(movedTo, Object.keys(context.input.newsletter.links.utm ?? {}))
  return [finding('GZ-L103', `${href} has moved for good`, place, { hint: `link to ${target}` })]
}

/** An address without the parameters that a build adds by itself. */
function withoutAdded(address: string, names: readonly string[]): string {
  const url = new URL(address)
  for (const name of names) url.searchParams.delete(name)
  return names.length === 0 ? address : url.href
}
