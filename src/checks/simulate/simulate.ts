import type { SimulatedClient } from '../../model/mail-client.ts'
import { InlineStyles, styleSheetsOf } from '../css/styles.ts'
import type { HtmlDocument } from '../html/document.ts'
import { evaluateConditionals, hiddenStretches, wordFeatures } from '../html/conditional.ts'
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

export type { Removal } from './edits.ts'
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
  const { text, removed } = edits.apply(html)
  return { client, html: present(text, profile, options), removed, fidelity: profile.fidelity, dark: profile.dark }
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
