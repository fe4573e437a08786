import { type DateMention, datesOf } from './dates.ts'
import { type NumberMention, numbersOf } from './numbers.ts'
import { Vocabulary } from './words.ts'

/** What an article says that a blurb of it may repeat. */
export interface Facts {
  text: string
  numbers: NumberMention[]
  dates: DateMention[]
  vocabulary: Vocabulary
}

/** Reads the facts of an article once, for checking any number of blurbs. */
export function factsOf(text: string, lang: string): Facts {
  return { text, numbers: [...withRanges(text, numbersOf(text, lang, true)), ...spans(text)], dates: datesOf(text, lang), vocabulary: new Vocabulary(text) }
}

/** The second year of `2016-17`, written in full. */
function spans(text: string): NumberMention[] {
  return Array.from(text.matchAll(/(?<!\d)((?:1[5-9]|20)\d{2})[-–/](\d{2})(?!\d)/g), (match) => {
    const year = Number(`${(match[1] ?? '').slice(0, 2)}${match[2] ?? ''}`)
    return { values: [year], percent: false, scaled: false, loose: false, start: match.index, end: match.index + match[0].length }
  })
}

const between = /^\s?(?:-|–|—|to|and|or|bis|à|et|und|ou|y|a|e|đến)\s?$/iu

/** In `2 to 3 million euros` and `20 or 30 per cent` the first number measures what the second does. */
function withRanges(text: string, numbers: readonly NumberMention[]): NumberMention[] {
  return numbers.map((number, index) => {
    const next = numbers[index + 1]
    if (next === undefined || number.percent || number.scaled || !between.test(text.slice(number.end, next.start))) return number
    const factor = next.scaled ? scaleIn(text.slice(next.start, next.end), next) : 1
    return {
      ...number,
      values: factor === 1 ? number.values : [...number.values, ...number.values.map((value) => value * factor)],
      percent: next.percent,
      scaled: next.scaled,
      ...(next.currency === undefined || number.currency !== undefined ? {} : { currency: next.currency }),
    }
  })
}

/** By what a scaled number was multiplied. */
function scaleIn(written: string, number: NumberMention): number {
  const digits = /\d+(?:[.,]\d+)?/.exec(written)?.[0]
  const value = number.values[0]
  return digits === undefined || value === undefined ? 1 : value / Number(digits.replace(',', '.'))
}
