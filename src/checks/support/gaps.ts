import type { MailClient } from '../../model/mail-client.ts'
import type { HtmlDocument } from '../html/document.ts'
import { evaluateConditionals, wordFeatures } from '../html/conditional.ts'
import { scanHtml } from '../html/scan.ts'
import { valueOf } from '../html/query.ts'
import { InlineStyles, type StyleSheet, styleSheetsOf } from '../css/styles.ts'
import { hasFallback } from './fallback.ts'
import { type Harm, harmOf } from './harm.ts'
import { supportOf } from './notes.ts'
import { ownFeatures } from './own.ts'
import { type Cell, featureOf } from './table.ts'
import { type Use, usesOf } from './uses.ts'

/** A feature that some readers' clients lack, at one place of the message. */
export interface Gap {
  use: Use
  title: string
  harm: Harm
  /** Part of the readers whose client lacks it, from 0 to 1. */
  share: number
  /** The clients that lack it, the most used first. */
  clients: MailClient[]
  /** When the feature was last tested, as the source writes it. */
  tested: string
}

/** A message as one kind of reader gets it. */
export interface View {
  document: HtmlDocument
  inline: InlineStyles
  sheets: StyleSheet[]
}

/** What Word reads: conditional comments for Outlook opened, the rest of them gone; offsets stay. */
export function wordView(document: HtmlDocument): View {
  const word = scanHtml(evaluateConditionals(document.source, wordFeatures))
  return { document: word, inline: new InlineStyles(word), sheets: styleSheetsOf(word) }
}

/**
 * Features of a message that clients of its readers lack and for which the author has not provided.
 *
 * @param web the message as browsers and phones read it
 * @param word the message as Outlook for Windows reads it
 * @param shares parts of the readers by client, 1 in all
 * @returns gaps in the order of the source, each use once, whichever view it is in
 */
export function gapsOf(web: View, word: View, shares: ReadonlyMap<MailClient, number>): Gap[] {
  const gaps = new Map<string, Gap>()
  collect(web, (client) => client !== 'outlook-windows', shares, gaps)
  collect(word, (client) => client === 'outlook-windows', shares, gaps)
  return [...gaps.values()].toSorted((a, b) => a.use.start - b.use.start)
}

function collect(view: View, reads: (client: MailClient) => boolean, shares: ReadonlyMap<MailClient, number>, gaps: Map<string, Gap>): void {
  const relevant = new Map([...shares].filter(([client, share]) => reads(client) && share > 0))
  if (relevant.size === 0) return
  const lacks = lackingIn(relevant)
  const question = { row: lacks.possible, use: (use: Use): boolean => lacks.clients(use).size > 0 }
  for (const use of usesOf(view.document, view.inline, view.sheets, question)) {
    if (!hasFallback(use) && !isHidden(use)) merge(gaps, use, harmOf(use.slug), lacks.clients(use), relevant)
  }
}

interface Lacking {
  /** Whether any client could lack the feature of a row, and a reader would notice. */
  possible: (slug: string) => boolean
  /** Clients that lack a use's feature, with the part of each client's readers that do. */
  clients: (use: Use) => ReadonlyMap<MailClient, number>
}

/** Answers for one set of clients; most answers are needed many times over. */
function lackingIn(shares: ReadonlyMap<MailClient, number>): Lacking {
  const doubtful = new Map<string, readonly Cell[]>()
  const cellsOf = (slug: string): readonly Cell[] => {
    let cells = doubtful.get(slug)
    if (cells === undefined) {
      const all = featureOf(slug)?.cells ?? []
      cells = all.filter(({ client, support, notes }) => shares.has(client) && support !== 'unknown' && (support !== 'yes' || notes.length > 0))
      doubtful.set(slug, cells)
    }
    return cells
  }
  const answers = new Map<string, ReadonlyMap<MailClient, number>>()
  const possible = new Map<string, boolean>()
  return {
    possible: (slug) => {
      let answer = possible.get(slug)
      if (answer === undefined) {
        answer = harmOf(slug) !== 'enhancement' && (ownFeatures[slug] !== undefined || cellsOf(slug).length > 0)
        possible.set(slug, answer)
      }
      return answer
    },
    clients: (use) => {
      const key = `${use.slug}|${use.property}|${use.value}|${use.element.tag}|${use.label}|${use.conditional}|${use.sheet}`
      let answer = answers.get(key)
      if (answer === undefined) {
        answer = lackingClients(use, cellsOf(use.slug), shares)
        answers.set(key, answer)
      }
      return answer
    },
  }
}

function lackingClients(use: Use, cells: readonly Cell[], shares: ReadonlyMap<MailClient, number>): ReadonlyMap<MailClient, number> {
  const own = ownFeatures[use.slug]
  if (own !== undefined) return new Map([...shares.keys()].filter((client) => own.lacking?.includes(client) ?? true).map((client) => [client, 1]))
  const feature = featureOf(use.slug)
  const lacking = new Map<MailClient, number>()
  for (const cell of cells) {
    if (feature !== undefined && supportOf(use, feature, cell) === 'no') lacking.set(cell.client, (lacking.get(cell.client) ?? 0) + cell.part)
  }
  return lacking
}

function merge(gaps: Map<string, Gap>, use: Use, harm: Harm, lacking: ReadonlyMap<MailClient, number>, shares: ReadonlyMap<MailClient, number>): void {
  const share = [...lacking].reduce((sum, [client, part]) => sum + part * (shares.get(client) ?? 0), 0)
  const clients = [...lacking.keys()].toSorted((a, b) => (shares.get(b) ?? 0) - (shares.get(a) ?? 0))
  const key = `${use.slug} ${use.label} ${use.start}`
  const known = gaps.get(key)
  if (known === undefined) {
    const feature = ownFeatures[use.slug] ?? featureOf(use.slug)
    gaps.set(key, { use, title: feature?.title ?? use.slug, harm, share, clients, tested: feature?.tested ?? '' })
  } else {
    known.share += share
    known.clients.push(...clients)
  }
}

/** What nobody sees cannot look wrong: preheaders and tracking pixels. */
function isHidden(use: Use): boolean {
  if (use.sheet) return false
  for (let element: Use['element'] | undefined = use.element; element !== undefined; element = element.parent) {
    const style = valueOf(element, 'style') ?? ''
    if (/mso-hide:\s*all|display:\s*none/.test(style) && use.slug !== 'css-display-none') return true
  }
  return false
}
