import { toMarkdown } from '../markdown/blocks.ts'
import { escapeLineStart, escapeMarkdown } from '../markdown/escape.ts'
import { addressIn } from '../meta/address.ts'
import type { Fields } from '../meta/found.ts'
import { readPageFields } from '../meta/page-fields.ts'
import { type Candidate, chooseCandidate, proseOf } from './candidates.ts'
import { feedsOf } from '../feed/discover.ts'
import { attribute, parsePage, type PageDocument } from './dom.ts'
import { dropFurniture, dropMachinery } from './prune.ts'
import { readabilityRuns } from './readability.ts'
import { rescue } from './rescue.ts'
import { markRuns, type Run } from './runs.ts'
import { trim } from './trim.ts'
import { type Wall, wallOf } from './wall.ts'

/** The article of a page. */
export interface Extract {
  fields: Fields
  /** Empty when no text was found. */
  markdown: string
  /** Which witness the text was taken from. */
  from: Candidate['from'] | 'json-ld text'
  /** Characters of prose in it. */
  prose: number
  /** Whether the page says that only those who pay or log in may read it whole. */
  closed: boolean
  /** What stands in front of the article, when there is next to no text. */
  wall?: Wall
  /** Feeds that the page names. */
  feeds: string[]
}

/** Characters of prose below which a page is asked whether it is a wall. */
const hardlyAny = 400

/**
 * Extracts the article of a page.
 *
 * @param html the page, decoded
 * @param address where it was fetched; undefined for a file
 */
export function extractPage(html: string, address?: string): Extract {
  const document = parsePage(html)
  const { fields, jsonLd } = readPageFields(document, address)
  const title = fields.title?.value ?? ''
  const base = addressIn(attribute(document.querySelector('base[href]'), 'href') ?? '', address) ?? address ?? fields.url?.value
  const feeds = feedsOf(document, base)
  const asked = wallOf(document, address)
  const { runs, from } = articleRuns(document, title, jsonLd?.body)
  const prose = proseOf(runs)
  const told = jsonLd?.body ?? ''
  const closed = jsonLd?.closed ?? false
  // A page that is drawn by a script may hold its text nowhere but in its JSON-LD.
  if (told.length > 400 && prose < told.length * 0.4) {
    return { fields, markdown: paragraphs(told), from: 'json-ld text', prose: told.length, closed, feeds }
  }
  const resolve = (href: string): string | undefined => (href.startsWith('#') ? undefined : addressIn(href, base))
  const markdown = toMarkdown(document.body, runs, resolve)
  return { fields, markdown, from, prose, closed, feeds, ...(asked === undefined || prose >= hardlyAny ? {} : { wall: asked }) }
}

/** The runs of the article; leaves nothing else of the page's furniture in the document. */
function articleRuns(document: PageDocument, title: string, body: string | undefined): { runs: Run[]; from: Candidate['from'] } {
  dropMachinery(document)
  const runs = dropFurniture(document, markRuns(document))
  const candidate = chooseCandidate(document, runs, readabilityRuns(document), body)
  return { runs: trim(rescue(runs, candidate.runs), title), from: candidate.from }
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .map((line) => escapeLineStart(escapeMarkdown(line)))
    .join('\n\n')
}
