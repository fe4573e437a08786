import { type CalendarWords, calendarWords, isDoubtfulDay, isDoubtfulMonth } from './calendar-words.ts'
import { asciiDigits } from './digits.ts'

/** A date, or the part of one, that a text names. */
export interface DateMention {
  year?: number
  /** From 1. More than one when the text may be read either way, as 3/4 may. */
  months: number[]
  days: number[]
  /** Monday is 1. */
  weekday?: number
  start: number
  end: number
}

type Read = Omit<DateMention, 'start' | 'end'>

interface Reader {
  pattern: RegExp
  read: (parts: (string | undefined)[]) => Read
}

const start = '(?<![\\p{L}\\p{N}])'
const end = '(?![\\p{L}\\p{N}])'
const fourDigits = '(?:1[5-9]|20)\\d{2}'
const introduces =
  /\b(?:in|on|since|until|till|by|from|of|last|next|this|early|mid|late|during|before|after|im|seit|bis|ab|anfang|mitte|ende|en|depuis|fin|début|courant|desde|hasta|para)[\s-]+$/iu

/** Readers by language; patterns are long, and made when a language first comes up. */
const readers = new Map<string, { dates: Reader[]; month: RegExp; weekday: RegExp; words: CalendarWords }>()

function readersOf(lang: string): { dates: Reader[]; month: RegExp; weekday: RegExp; words: CalendarWords } {
  let found = readers.get(lang)
  if (found === undefined) {
    const words = calendarWords(lang)
    found = {
      dates: dateReaders(words),
      month: new RegExp(`${start}(${words.monthPattern})${end}`, 'giu'),
      weekday: new RegExp(`${start}(${words.dayPattern})s?${end}`, 'giu'),
      words,
    }
    readers.set(lang, found)
  }
  return found
}

function dateReaders(words: CalendarWords): Reader[] {
  const day = '(\\d{1,2})(?:st|nd|rd|th|er|º|\\.)?'
  const year = `(${fourDigits})`
  // A full stop belongs to an abbreviation only when the date goes on.
  const month = `(${words.monthPattern})(?:\\.(?=,? ?\\d))?`
  const named = (m: string | undefined): number[] => numbers(m === undefined ? undefined : words.monthOf(m))
  return [
    { pattern: new RegExp(`${start}${year}-(\\d{2})-(\\d{2})${end}`, 'gu'), read: ([y, m, d]) => ({ ...yearOf(y), months: digits(m), days: digits(d) }) },
    { pattern: /((?:1[5-9]|20)\d{2}) ?年 ?(\d{1,2}) ?月(?: ?(\d{1,2}) ?[日号])?/gu, read: ([y, m, d]) => ({ ...yearOf(y), months: digits(m), days: digits(d) }) },
    { pattern: /(?<!\d)(\d{1,2}) ?月 ?(\d{1,2}) ?[日号]/gu, read: ([m, d]) => ({ months: digits(m), days: digits(d) }) },
    { pattern: new RegExp(`${start}(\\d{1,2})[./-](\\d{1,2})(?:[./-](${fourDigits}|\\d{2}))?${end}`, 'gu'), read: readNumeric },
    {
      pattern: new RegExp(`${start}${day} ?(?:of |de |del )?${month}(?:,? (?:de |del )?${year})?${end}`, 'giu'),
      read: ([d, m, y]) => ({ ...yearOf(y), months: named(m), days: digits(d) }),
    },
    { pattern: new RegExp(`${start}${month} ${day}(?:,? ${year})?${end}`, 'giu'), read: ([m, d, y]) => ({ ...yearOf(y), months: named(m), days: digits(d) }) },
    { pattern: new RegExp(`${start}${month},? (?:de |of )?${year}${end}`, 'giu'), read: ([m, y]) => ({ ...yearOf(y), months: named(m), days: [] }) },
    { pattern: new RegExp(`${start}ngày (\\d{1,2}) tháng (\\d{1,2})${end}`, 'giu'), read: ([d, m]) => ({ months: digits(m), days: digits(d) }) },
  ]
}

/**
 * All the dates of a text, whole or in part; none overlaps another.
 *
 * @param lang language of the text, for abbreviated months and days
 */
export function datesOf(text: string, lang: string): DateMention[] {
  const plain = asciiDigits(text)
  const { dates, month, weekday, words } = readersOf(lang)
  const mentions: DateMention[] = []
  const add = (read: Read, match: RegExpExecArray): void => {
    const mention = { ...read, start: match.index, end: match.index + match[0].length }
    if (!mentions.some((other) => mention.start < other.end && other.start < mention.end)) mentions.push(mention)
  }
  for (const { pattern, read } of dates) {
    for (const match of plain.matchAll(pattern)) {
      const found = read(match.slice(1))
      if (found.months.some((value) => value >= 1 && value <= 12) && found.days.every((value) => value >= 1 && value <= 31)) add(found, match)
    }
  }
  for (const match of plain.matchAll(month)) {
    if (isMonth(match, plain)) add({ months: numbers(words.monthOf(match[1] ?? '')), days: [] }, match)
  }
  for (const match of plain.matchAll(weekday)) {
    const value = words.weekdayOf(match[1] ?? '')
    if (value !== undefined && !isDoubtfulDay(match[1] ?? '')) add({ months: [], days: [], weekday: value }, match)
  }
  return mentions.sort((a, b) => a.start - b.start)
}

/** Whether the name of a month that stands without a number means the month. */
function isMonth(match: RegExpExecArray, text: string): boolean {
  const name = match[1] ?? ''
  if (isDoubtfulMonth(name)) return /^\p{Lu}/u.test(name) && introduces.test(text.slice(Math.max(0, match.index - 14), match.index))
  return /^\p{Lu}/u.test(name) || name.length > 3
}

function yearOf(text: string | undefined): { year?: number } {
  return text === undefined ? {} : { year: text.length === 2 ? 2000 + Number(text) : Number(text) }
}

function digits(text: string | undefined): number[] {
  return text === undefined ? [] : [Number(text)]
}

function numbers(value: number | undefined): number[] {
  return value === undefined ? [] : [value]
}

/** 25-10, 25/10/2020, 10/25/20: the one above twelve is the day. Two small numbers may be read either way. */
function readNumeric([first, second, y]: (string | undefined)[]): Read {
  const [a, b] = [Number(first), Number(second)]
  // Without a year, 3-2 is a score and 3.5 a number more often than a date.
  if (y === undefined && (a <= 12 || b > 12)) return { months: [], days: [] }
  return { ...yearOf(y), months: [a, b].filter((value) => value <= 12), days: [a, b].filter((value) => value <= 31) }
}
