import { type Boilerplate } from '../boilerplate/rules.ts'
import { boilerplateKind } from '../boilerplate/lines.ts'
import { squeeze } from './candidates.ts'
import { ancestorsOf, type PageElement } from './dom.ts'
import { type Place, placeOf } from './place.ts'
import type { Run } from './runs.ts'

interface Piece {
  run: Run
  place: Place
  kind: Boilerplate | undefined
}

/** Boilerplate that is none when it stands as a heading or between paragraphs. */
const onlyAtTheEdges = new Set<Boilerplate>(['byline', 'source'])
/** Headings of parts that are not the article. */
const foreignParts = new Set<Boilerplate>(['related', 'newsletter', 'comments', 'share', 'advert'])

/**
 * Takes away from an article what sites put among and around its paragraphs.
 *
 * @param kept runs of the article, in reading order
 * @param title of the article; it is not repeated in the body
 */
export function trim(kept: readonly Run[], title: string): Run[] {
  let pieces = kept.map((run) => ({ run, place: placeOf(run), kind: boilerplateKind(run.text) }))
  pieces = pieces.filter((piece) => !isLoose(piece) && !isCaption(piece) && !isTitleBlock(piece))
  pieces = dropForeignParts(pieces)
  pieces = dropCards(pieces)
  pieces = dropLinkLists(pieces)
  pieces = dropLinkLines(pieces)
  pieces = dropRepeats(pieces)
  pieces = cutHead(pieces, squeeze(title))
  pieces = cutTail(pieces)
  return dropEmptyHeadings(pieces).map((piece) => piece.run)
}

function isLoose({ kind, place, run }: Piece): boolean {
  if (kind === undefined || onlyAtTheEdges.has(kind) || place.code || run.element.tagName === 'DT') return false
  if (kind === 'label') return place.heading === 0 && place.list === undefined && place.table === undefined
  if (place.heading > 0) return kind === 'share' || kind === 'advert' || kind === 'player'
  return place.table === undefined || kind === 'advert' || kind === 'share'
}

function isCaption({ place, run }: Piece): boolean {
  if (place.figure === undefined) return false
  return !place.code && place.table === undefined && place.quote === undefined && run.text.length < 600
}

/** What stands with the headline in one `header`: a dek, a byline, a date. */
function isTitleBlock({ place, run }: Piece): boolean {
  return place.header !== undefined && run.size < 400 && place.header.querySelector('h1') !== null
}

/** A line of running text: it is long enough, or ends as a sentence does. */
function isSentence({ run, place }: Piece): boolean {
  if (place.heading > 0 || run.linked > 0.5) return false
  return run.size >= 120 || (run.size >= 20 && /[.!?…:。！？：][)"'”’»\]]*$/u.test(run.text))
}

/** "Related stories" and what follows it, up to the next heading or a paragraph like those before. */
function dropForeignParts(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  const shapes = new Set<string>()
  let foreign: number | undefined
  for (const piece of pieces) {
    const { heading } = piece.place
    if (piece.kind !== undefined && foreignParts.has(piece.kind) && (heading > 0 || isLabel(piece))) {
      foreign = heading === 0 ? 7 : heading
      continue
    }
    if (foreign !== undefined && heading > 0 && heading <= foreign && piece.run.linked < 0.5) foreign = undefined
    else if (foreign !== undefined && isSentence(piece) && (shapes.size === 0 || shapes.has(shapeOf(piece.run)))) foreign = undefined
    if (foreign !== undefined) continue
    result.push(piece)
    if (isSentence(piece)) shapes.add(shapeOf(piece.run))
  }
  return result
}

/** How a paragraph is set: its element and the one around it, with their classes. */
function shapeOf({ element }: Run): string {
  return [element, element.parentNode].map((node) => `${node?.tagName ?? ''}.${node?.getAttribute('class') ?? ''}`).join(' ')
}

function isLabel({ run, kind }: Piece): boolean {
  return kind === 'related' && run.text.length < 60
}

/** Teasers of other articles: a heading that is a link, with a line of text. A text made of such sections keeps them. */
function dropCards(pieces: readonly Piece[]): Piece[] {
  const sizes = new Map<PageElement, number>()
  for (const { run } of pieces) for (const above of ancestorsOf(run.element)) sizes.set(above, (sizes.get(above) ?? 0) + run.size)
  const cards = new Set<PageElement>()
  for (const { place, run } of pieces) {
    if (place.heading < 2 || run.linked < 0.9) continue
    let card: PageElement | undefined
    for (const above of ancestorsOf(run.element)) {
      if ((sizes.get(above) ?? 0) > run.size + 400) break
      card = above
    }
    if (card !== undefined) cards.add(card)
  }
  const whole = pieces.reduce((sum, { run }) => sum + run.size, 0)
  const carded = [...cards].reduce((sum, card) => sum + (sizes.get(card) ?? 0), 0)
  if (cards.size === 0 || carded > whole * 0.5) return [...pieces]
  return pieces.filter(({ run }) => ![...ancestorsOf(run.element)].some((above) => cards.has(above)))
}

/** Lists that are nothing but links, unless the article is a list of links itself or announces them. */
function dropLinkLists(pieces: readonly Piece[]): Piece[] {
  const lists = new Map<PageElement, Piece[]>()
  for (const piece of pieces) {
    const { list } = piece.place
    if (list === undefined) continue
    const items = lists.get(list)
    if (items === undefined) lists.set(list, [piece])
    else items.push(piece)
  }
  const prose = pieces.filter(isSentence).length
  const dropped = new Set<Piece>()
  for (const items of lists.values()) {
    const characters = items.reduce((sum, { run }) => sum + run.text.length, 0)
    const linked = items.reduce((sum, { run }) => sum + run.text.length * run.linked, 0)
    const before = pieces[pieces.findIndex((piece) => piece === items[0]) - 1]
    const announced = before !== undefined && /[:：]$/u.test(before.run.text) && before.kind === undefined
    if (linked < characters * 0.75 || announced || prose < items.length / 2) continue
    for (const item of items) dropped.add(item)
    // The label of the box that the list was in.
    if (before !== undefined && before.place.list === undefined && before.run.size < 40 && !isSentence(before)) dropped.add(before)
  }
  return pieces.filter((piece) => !dropped.has(piece))
}

const lead = /^(?:(?:read|see|watch|learn|listen)(?: (?:more|also|next|on|this|now))*|more|related(?: \p{L}+)?|also|don['’]t miss|must[- ]read|in (?:pictures|photos|depth)|opinion|video|photos|gallery|recommended|explainer|lire aussi|à lire(?: aussi)?|lesen sie (?:auch|mehr|hier)|mehr(?: dazu| zum thema)?|lea (?:también|más)|leggi anche|lees ook|leia (?:também|mais))\s*[:：|>»–—-]/iu

/** Paragraphs that only point to another article. */
function dropLinkLines(pieces: readonly Piece[]): Piece[] {
  const isLinkLine = ({ run, place }: Piece): boolean => {
    if (place.list !== undefined || place.table !== undefined || place.code) return false
    if (lead.test(run.text) && run.linked > 0.4) return true
    return run.linked > 0.9 && place.quote === undefined && (run.text.length > 12 || place.heading === 0)
  }
  const lines = new Set(pieces.filter(isLinkLine))
  // Where links are what the text is about, they stay.
  const few = lines.size <= Math.max(2, pieces.filter(isSentence).length * 0.5)
  return pieces.filter((piece) => !lines.has(piece) || (!few && !lead.test(piece.run.text)))
}

/** Characters of an article above which pull quotes are not looked for: every one is sought in all the text. */
const searchable = 200_000

/** The same text twice, and pull quotes: a few words set apart that stand in a paragraph as well. */
function dropRepeats(pieces: readonly Piece[]): Piece[] {
  const squeezed = pieces.map(({ run }) => squeeze(run.text))
  const all = squeezed.join('\n')
  const seen = new Set<string>()
  return pieces.filter(({ place, run }, index) => {
    const text = squeezed[index] ?? ''
    if (text.length < 30 || place.code || place.table !== undefined || place.heading > 0) return true
    if (seen.has(text)) return false
    seen.add(text)
    if (run.text.length >= 300 || place.list !== undefined || all.length > searchable) return true
    return all.indexOf(text) === all.lastIndexOf(text) || !squeezed.some((other) => other.length > text.length && other.includes(text))
  })
}

/** Title, byline, date and the like above the first paragraph. */
function cutHead(pieces: readonly Piece[], title: string): Piece[] {
  const first = pieces.findIndex(isSentence)
  if (first < 0) return pieces.filter((piece) => !sameAsTitle(piece, title))
  return pieces.filter((piece, index) => {
    if (index <= first + 1 && piece.place.list === undefined && sameAsTitle(piece, title)) return false
    if (index >= first) return true
    if (piece.kind !== undefined || piece.run.linked > 0.5) return false
    const { place, run } = piece
    if (isSet(piece)) return true
    if (place.heading > 1) return pieces.slice(index + 1, first).every((other) => other.place.heading > 1 || isSet(other))
    return place.heading === 0 && run.text.split(' ').length >= 6
  })
}

/** Set apart from running text by its author. */
function isSet({ place }: Piece): boolean {
  return place.code || place.table !== undefined || place.list !== undefined || place.quote !== undefined
}

function sameAsTitle({ run }: Piece, title: string): boolean {
  const text = squeeze(run.text)
  if (text === '' || title === '') return false
  if (text === title || (text.startsWith(title) && text.length < title.length + 50 && title.length > 15)) return true
  const [short, long] = text.length < title.length ? [text, title] : [title, text]
  return short.length >= 20 && short.length > long.length * 0.7 && long.includes(short)
}

const closing =
  /^(?:share or comment|follow|like|find|contact|e-?mail|reach|tweet|call)\b.{0,120}(?:@|twitter|facebook|instagram|newsletter)|^(?:have a (?:tip|story|question)|got a (?:tip|story)|do you have|want to (?:contribute|write)|this (?:article|story|post|piece) (?:was|is|has been|originally|first|appeared)\b.{0,140}(?:published|appeared|syndicat|updated|permission|licen[cs]e)|the views? (?:and opinions )?expressed|(?:©|copyright|\(c\)))/iu

/** A line that ends a page: nothing below it is the article. */
const theEnd = /^(?:©|copyright\b|\(c\) ?\d{4})|\ball rights reserved\b|\ba version of this article (?:appears|appeared) in print\b/iu

/** What comes after the last paragraph: tags, short notes, links, rights. */
function cutTail(pieces: readonly Piece[]): Piece[] {
  const sizes = pieces.reduce((sum, { run }) => sum + run.size, 0)
  let passed = 0
  const last = pieces.findIndex(({ run }) => {
    passed += run.size
    return passed > sizes * 0.5 && run.text.length < 300 && theEnd.test(run.text)
  })
  let end = last < 0 ? pieces.length : last
  while (end > 1) {
    const piece = pieces[end - 1]
    if (piece === undefined) break
    const { run, place, kind } = piece
    const loose = place.code || place.table !== undefined ? false : kind !== undefined || (run.text.length < 260 && closing.test(run.text))
    const links = run.linked > 0.6 && place.table === undefined
    if (!loose && !links && place.heading === 0) break
    end--
  }
  // An article that is all tail was none of it.
  return end === 1 && pieces.length > 3 ? [...pieces] : pieces.slice(0, end)
}

/** A heading with nothing under it, because what it stood over is gone. */
function dropEmptyHeadings(pieces: readonly Piece[]): Piece[] {
  return pieces.filter((piece, index) => {
    if (piece.place.heading === 0) return true
    const next = pieces[index + 1]
    return next !== undefined && (next.place.heading === 0 || next.place.heading > piece.place.heading)
  })
}
