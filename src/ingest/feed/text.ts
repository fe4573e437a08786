import { toMarkdown } from '../markdown/blocks.ts'
import { addressIn, tidyImage } from '../meta/address.ts'
import { plainText } from '../meta/entities.ts'
import { pictureSources } from '../meta/picture-sources.ts'
import { proseOf } from '../page/candidates.ts'
import { attribute, parsePage, type PageDocument } from '../page/dom.ts'
import { dropMachinery } from '../page/prune.ts'
import { markRuns, type Run } from '../page/runs.ts'
import { trim } from '../page/trim.ts'

/** The text that a feed gives of an entry. */
export interface FeedText {
  markdown: string
  /** Characters of prose in it. */
  prose: number
  /** Whether it plainly stops before its end. */
  cut: boolean
  image?: string
  imageAlt?: string
}

/** What feeds write under a text, and nobody reads. */
const leftover =
  /^(?:the (?:post|article|story) .{1,300} (?:first )?appeared (?:first )?(?:on|in|at)\b.*|(?:originally published|this (?:post|article|story|entry) (?:was|is|has been) (?:originally |first )?(?:published|posted)|(?:view|read) (?:the )?(?:entire|full|whole|rest|original)|read (?:more|on|the (?:full|rest)|in app)|continue reading|keep reading|click here to (?:read|continue)|more (?:at|on|here)|comments?|permalink|source|share|via|weiterlesen|lire la suite|leer más|comments? on this (?:post|article)|filed under:|tagged(?: with)?:|\d+ (?:comments?|points?))\b.{0,160}|(?:der beitrag|cet article|l['’]article|la entrada) .{1,300} (?:erschien zuerst|est apparu en premier|se publicó primero)\b.*)$/iu

/** The dots, in brackets or not, and the invitation with which a text breaks off. */
const broken = /(?:\[?(?:…|\.{3})\]?|\b(?:read more|continue reading|weiterlesen|lire la suite|leer más)\W*)$/iu

/**
 * Makes clean Markdown of the HTML that a feed carries. It holds the article and little else, so nothing is searched;
 * only what the site's software put around the text goes.
 *
 * @param html or plain text, whose empty lines part paragraphs
 * @param base address that links are relative to
 * @param title of the entry, which is not repeated in the body
 */
export function feedText(html: string, base: string | undefined, title: string): FeedText {
  const document = parsePage(/<(?:p|div|br|ul|ol|h[1-6]|blockquote|section|article|table|pre)\b/i.test(html) ? html : paragraphs(html))
  const picture = firstPicture(document, base)
  dropMachinery(document)
  const all = markRuns(document)
  const runs = trim(withoutLeftovers(all), title)
  const resolve = (href: string): string | undefined => (href.startsWith('#') ? undefined : addressIn(href, base))
  const last = all.at(-1)?.text ?? ''
  return { markdown: toMarkdown(document.body, runs, resolve), prose: proseOf(runs), cut: broken.test(last) || broken.test(runs.at(-1)?.text ?? ''), ...picture }
}

function paragraphs(text: string): string {
  return text
    .split(/\n[ \t]*\n/)
    .map((paragraph) => `<p>${paragraph}</p>`)
    .join('\n')
}

/** Leftovers stand in the last lines; the same words between paragraphs are text. */
function withoutLeftovers(runs: readonly Run[]): Run[] {
  let end = runs.length
  for (let at = runs.length - 1; at >= Math.max(0, runs.length - 5); at--) {
    const text = runs[at]?.text ?? ''
    if (text.length < 400 && leftover.test(text)) end = at
  }
  return runs.slice(0, end === 0 ? runs.length : end)
}

const ornament = /avatar|logo|icon|pixel|spacer|emoji|feedburner|feedsportal|doubleclick|\/b\.gif|stats\./i

function firstPicture(document: PageDocument, base: string | undefined): Pick<FeedText, 'image' | 'imageAlt'> {
  for (const picture of document.querySelectorAll('img')) {
    const sources = pictureSources(picture)
    const width = Number.parseInt(attribute(picture, 'width') ?? '', 10)
    const address = sources.map((source) => tidyImage(source, base)).find((source) => source !== undefined)
    if (address === undefined || width < 140 || ornament.test(`${attribute(picture, 'class') ?? ''} ${sources.join(' ')}`)) continue
    const alt = plainText(attribute(picture, 'alt') ?? '')
    return alt === '' ? { image: address } : { image: address, imageAlt: alt }
  }
  return {}
}
