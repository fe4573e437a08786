import type { SimulatedClient } from '../../model/mail-client.ts'
import { InlineStyles, styleSheetsOf } from '../css/styles.ts'
import type { ElementNode, HtmlDocument } from '../html/document.ts'
import { evaluateConditionals, hiddenStretches, wordFeatures } from '../html/conditional.ts'
import { closest } from '../html/query.ts'
import { scanHtml } from '../html/scan.ts'
import type { View } from '../support/gaps.ts'
import { authoredDark } from './authored-dark.ts'
import type { ClientProfile, DarkBehaviour, Fidelity } from './client.ts'
import { Edits, type Removal } from './edits.ts'
import { forcedDark } from './forced-dark.ts'
import { gmailApp, gmailOther, gmailWeb } from './gmail.ts'
import { imagesOff } from './images-off.ts'
import { appleMail, outlookCom, yahoo } from './others.ts'
import { applyTable } from './table-edits.ts'
import { outlookWindows } from './word.ts'

export { authoredDark } from './authored-dark.ts'
export { imagesOff } from './images-off.ts'
export type { DarkBehaviour, Fidelity } from './client.ts'

/** A message as one client keeps it. */
export interface ClientView {
  client: SimulatedClient
  html: string
  /** What the client took away or changed, in the order of the shipped HTML. */
  removed: Removal[]
  fidelity: Fidelity
  /** What the client does on a dark screen. */
  dark: DarkBehaviour
}

export interface ViewOptions {
  /** Show the message with pictures blocked. */
  imagesOff?: boolean
  /**
   * A dark screen: `authored` shows the message's own dark styles, `forced` the colours that a client without them
   * makes up. Left out, or `auto` for the client's own way; a client that does neither shows the light message.
   */
  dark?: 'authored' | 'forced' | 'auto'
  /** Texts put into the shipped HTML on top of what the client changes, such as marks to find elements by. */
  insertions?: readonly Insertion[]
  /** Marks the elements that lost something with this attribute; its value are numbers of `removed`. */
  lossAttribute?: string
}

/** A text to put in at an offset of the shipped HTML. */
export interface Insertion {
  at: number
  text: string
}

const profiles: Record<SimulatedClient, ClientProfile> = {
  'apple-mail': appleMail,
  'gmail-web': gmailWeb,
  'gmail-app': gmailApp,
  'gmail-other': gmailOther,
  'outlook-windows': outlookWindows,
  'outlook-com': outlookCom,
  yahoo,
}

/**
 * The HTML of a message as a client would keep it, with a list of what it takes away and why. A simulation by rules,
 * not the client itself: `fidelity` says how far to trust it.
 *
 * @param html the HTML as shipped
 */
export function simulate(html: string, client: SimulatedClient, options: ViewOptions = {}): ClientView {
  const profile = profiles[client]
  const edits = new Edits()
  const view = viewOf(html, profile)
  if (profile.word) hideFromWord(html, edits)
  profile.alter(view, edits)
  applyTable(view, profile, edits)
  const first = edits.apply(html)
  const insertions = [...(options.insertions ?? []), ...(options.lossAttribute === undefined ? [] : lossMarks(first.removed, view.document, options.lossAttribute))]
  for (const { at, text } of insertions) edits.replace(at, at, text)
  const { text, removed } = insertions.length === 0 ? first : edits.apply(html)
  return { client, html: present(text, profile, options), removed, fidelity: profile.fidelity, dark: profile.dark }
}

/** An attribute for each element of the body that lost something, with the numbers of what it lost. */
function lossMarks(removed: readonly Removal[], document: HtmlDocument, attribute: string): Insertion[] {
  const losses = new Map<ElementNode, number[]>()
  for (const [number, removal] of removed.entries()) {
    const element = loser(removal, document)
    if (element !== undefined) losses.set(element, [...(losses.get(element) ?? []), number])
  }
  return [...losses].map(([element, numbers]) => ({ at: afterTag(element), text: ` ${attribute}="${numbers.join(' ')}"` }))
}

/** The element that shows a loss: the one whose tag holds it, or what is around an element that went as a whole. */
function loser({ start, end }: Removal, document: HtmlDocument): ElementNode | undefined {
  const inner = document.elements.findLast((element) => element.start <= start && end <= element.end)
  const element = inner !== undefined && inner.start === start ? inner.parent : inner
  const inBody = element !== undefined && closest(element, (one) => one.tag === 'body') !== undefined
  return inBody && element.tag !== 'style' ? element : undefined
}

/** Where an attribute can be put into the start tag of an element. */
export function afterTag(element: ElementNode): number {
  return element.start + 1 + element.tag.length
}

/** How a client's view is made and how far to trust it. */
export function profileOf(client: SimulatedClient): Pick<ClientView, 'fidelity' | 'dark'> {
  const { fidelity, dark } = profiles[client]
  return { fidelity, dark }
}

function viewOf(html: string, profile: ClientProfile): View {
  const document: HtmlDocument = scanHtml(profile.word ? evaluateConditionals(html, wordFeatures) : html)
  return { document, inline: new InlineStyles(document), sheets: styleSheetsOf(document) }
}

function hideFromWord(html: string, edits: Edits): void {
  for (const { start, end, kind } of hiddenStretches(html, wordFeatures)) {
    const words = kind === 'hidden' && html.slice(start, end).trim() !== ''
    edits.replace(start, end, '', words ? { what: 'a block for other programs', why: 'its conditional comment excludes Outlook' } : undefined)
  }
}

function present(html: string, profile: ClientProfile, options: ViewOptions): string {
  const shown = options.imagesOff === true ? imagesOff(html) : html
  const wanted = options.dark === 'auto' ? profile.dark : options.dark
  if (wanted === 'authored') return authoredDark(shown)
  if (wanted === 'forced') return forcedDark(shown, profile.dark === 'partial' ? 'partial' : 'full')
  return wanted === 'partial' || wanted === 'full' ? forcedDark(shown, wanted) : shown
}
