import { afterTag, authoredDark, imagesOff, type Insertion, profileOf, simulate } from '../checks/simulate/simulate.ts'
import type { DarkBehaviour, Fidelity } from '../checks/simulate/simulate.ts'
import { gmailClip, offsetOfByte } from '../checks/simulate/gmail.ts'
import { scanHtml } from '../checks/html/scan.ts'
import { mailClients, simulatedClients, type SimulatedClient } from '../model/mail-client.ts'

/** How a message is looked at. */
export interface Viewing {
  /** Left out, the message as it is sent. */
  client?: SimulatedClient
  /** With the message's own styles for a dark screen. */
  authoredDark: boolean
  /** With pictures blocked. */
  imagesOff: boolean
  /** Numbers of elements, in the order of the HTML, that are to be found again. */
  elements: readonly number[]
}

/** Attributes by which the page that shows a view finds its way in it. */
const attributes = { loss: 'data-gazette-lost', element: 'data-gazette-element', clip: 'data-gazette-clip' } as const

/** Elements before the place where Gmail cuts that are marked: some of them may be nowhere to be seen. */
const nearClip = 8

/**
 * The HTML of a message as a client shows it, with marks: `data-gazette-lost` holds the numbers of what an element
 * lost there (`clientLosses`), `data-gazette-element` the number of an element that was asked for, and
 * `data-gazette-clip` stands on the last elements before Gmail cuts the message.
 *
 * @param html as shipped
 */
export function clientView(html: string, viewing: Viewing): string {
  const { client, elements } = viewing
  const insertions = marks(html, elements)
  if (client !== undefined) {
    const seen = simulate(html, client, { imagesOff: viewing.imagesOff, insertions, lossAttribute: attributes.loss, ...(viewing.authoredDark ? { dark: 'authored' } : {}) })
    return seen.html
  }
  const marked = insert(html, insertions)
  const shown = viewing.imagesOff ? imagesOff(marked) : marked
  return viewing.authoredDark ? authoredDark(shown) : shown
}

function marks(html: string, wanted: readonly number[]): Insertion[] {
  const isClipped = Buffer.byteLength(html) > gmailClip
  if (wanted.length === 0 && !isClipped) return []
  const { elements } = scanHtml(html)
  const cut = isClipped ? offsetOfByte(html, gmailClip) : 0
  const before = isClipped ? elements.filter((element) => element.start < cut).slice(-nearClip) : []
  return [
    ...wanted.flatMap((number) => elements[number] ?? []).map((element) => ({ at: afterTag(element), text: ` ${attributes.element}="${element.index}"` })),
    ...before.map((element) => ({ at: afterTag(element), text: ` ${attributes.clip}=""` })),
  ].toSorted((a, b) => a.at - b.at)
}

function insert(html: string, insertions: readonly Insertion[]): string {
  let text = ''
  let last = 0
  for (const { at, text: inserted } of insertions) {
    text += html.slice(last, at) + inserted
    last = at
  }
  return text + html.slice(last)
}

/** Something that a client takes away or changes, wherever it does. */
export interface Loss {
  what: string
  why: string
  /** Numbers of its places, as in the marks of `clientView`. */
  places: number[]
  /** Offset of the first one in the shipped HTML. */
  start: number
}

/** A client of which a view can be made. */
export interface KnownClient {
  client: SimulatedClient
  name: string
  fidelity: Fidelity
  dark: DarkBehaviour
}

/** Every client of which a view can be made. */
export function knownClients(): KnownClient[] {
  return simulatedClients.map((client) => ({ client, name: mailClients[client], ...profileOf(client) }))
}

/** What each client takes away from a message, the same things together, the most frequent first. */
export function clientLosses(html: string): Record<SimulatedClient, Loss[]> {
  return Object.fromEntries(simulatedClients.map((client) => [client, lossesOf(html, client)])) as Record<SimulatedClient, Loss[]>
}

function lossesOf(html: string, client: SimulatedClient): Loss[] {
  const losses = new Map<string, Loss>()
  for (const [number, { what, why, start }] of simulate(html, client).removed.entries()) {
    const id = `${what}\0${why}`
    const known = losses.get(id)
    if (known === undefined) losses.set(id, { what, why, places: [number], start })
    else known.places.push(number)
  }
  return [...losses.values()].toSorted((a, b) => b.places.length - a.places.length)
}
