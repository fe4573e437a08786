import type { Pair } from './data.ts'

/** A true blurb with one thing changed that its article does not have. */
export interface Planted {
  pair: Pair
  kind: 'number' | 'date' | 'name'
  text: string
  /** What was put in, and where it stands in the text. */
  wrong: string
  start: number
}

/** Names that nobody in the data has. */
const madeUp = ['Brackwell', 'Oddenholm', 'Tessarin', 'Quillfeather', 'Marrowgate', 'Ysolde', 'Vantrell', 'Pembrough', 'Karstholt', 'Lindqvara']
const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = ['January', 'February', 'March', 'April', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

const patterns: Readonly<Record<Planted['kind'], RegExp>> = {
  number: /(?<![\p{L}\d.,/:-])\d[\d,]*(?:\.\d+)?(?![\p{L}\d/:-])(?!\.\d)/gu,
  date: new RegExp(`\\b(?:${[...weekdays, ...months].join('|')})\\b|\\b(?:19|20)\\d{2}\\b`, 'g'),
  name: /(?<=\p{Ll}[,]? )\p{Lu}\p{Ll}{3,}(?![\p{L}\d-])/gu,
}

/**
 * Changes one thing of a blurb; undefined when it has nothing of the kind.
 *
 * @param draw the next of a row of numbers from 0 to 1
 */
export function plant(pair: Pair, kind: Planted['kind'], draw: () => number): Planted | undefined {
  const places = Array.from(pair.summary.matchAll(patterns[kind]))
  const place = places[Math.floor(draw() * places.length)]
  if (place === undefined) return undefined
  const said = `${pair.title} ${pair.text}`.toLowerCase()
  for (let attempt = 0; attempt < 20; attempt++) {
    const wrong = changed(place[0], kind, draw)
    if (wrong === place[0] || said.includes(wrong.toLowerCase())) continue
    return { pair, kind, text: pair.summary.slice(0, place.index) + wrong + pair.summary.slice(place.index + place[0].length), wrong, start: place.index }
  }
  return undefined
}

function changed(original: string, kind: Planted['kind'], draw: () => number): string {
  const one = (list: readonly string[]): string => list[Math.floor(draw() * list.length)] ?? original
  if (kind === 'name') return one(madeUp)
  if (weekdays.includes(original)) return one(weekdays)
  if (months.includes(original)) return one(months)
  // Another digit in the place of one of them; the first does not become a nought.
  const digits = Array.from(original.matchAll(/\d/g), ({ index }) => index)
  const at = digits[Math.floor(draw() * digits.length)] ?? 0
  return `${original.slice(0, at)}${String(1 + Math.floor(draw() * 9))}${original.slice(at + 1)}`
}
