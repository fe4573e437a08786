import { asciiDigits, numeralValues } from './digits.ts'
import { numberWords, scaleOf } from './number-words.ts'

/** A number that a text names. */
export interface NumberMention {
  /** What it may mean, each as a plain number. */
  values: number[]
  /** Currency in one word, the same for all its signs and names. */
  currency?: string
  percent: boolean
  /** Written with a word such as million, and so perhaps rounded. */
  scaled: boolean
  /** Told by a word that need not mean a number, such as first or both. */
  loose: boolean
  start: number
  end: number
}

const currencyNames: Readonly<Record<string, string>> = {
  dollar: '$ us$ hk$ a$ c$ s$ dollar dollars usd dólares dollari đô долларов 美元 ドル',
  euro: '€ euro euros eur евро 欧元',
  pound: '£ pound pounds gbp pfund livres libras',
  rupee: '₹ rs rs. inr rupee rupees rupien roupies',
  yen: '¥ yen jpy 円',
  yuan: 'yuan rmb 元',
  franc: 'chf francs franken',
  dong: '₫ đồng vnd',
  rouble: '₽ рублей рубля',
}
const currencies = new Map(Object.entries(currencyNames).flatMap(([name, spellings]) => spellings.split(' ').map((spelling) => [spelling, name] as const)))

const gap = '[\\s\\u00a0\\u202f-]?'
const before = /(?:US\$|HK\$|[ACS]\$|[$€£₹¥₫₽]|\b(?:Rs\.?|INR|USD|EUR|GBP|CHF|JPY|VND))\s?$/iu
const after = new RegExp(
  `^${gap}(?:d['’]|de |of )?(dollars?|euros?|pounds?|rupees?|yen|yuan|francs|franken|pfund|livres|libras|roupies|rupien|dólares|dollari|usd|eur|gbp|inr|chf|jpy|rmb|vnd|đồng|đô|евро|рубл(?:ей|я)|долларов|[$€£₹¥₫₽円元]|美元|欧元|ドル)(?!\\p{L})`,
  'iu',
)
const percentSign = new RegExp(`^${gap}(?:%|％|per ?cent|percentage|pct|prozent|pour ?cent|por ?ciento|por ?cento|procent|процент|phần trăm|パーセント)`, 'iu')
const scaleWord = new RegExp(`^${gap}((?:Mio|Mrd|Tsd)(?=\\.)|\\p{L}+)(?:(?<=Mio|Mrd|Tsd)\\.)?`, 'iu')
/** Digits inside a word are no number, unless the word is the sign of a currency: `Rs500`. */
const free = '(?<!\\d)(?<!\\p{L}(?<!(?<!\\p{L})(?:Rs|INR|USD|EUR|GBP|CHF|JPY|VND)))'
const numeral = new RegExp(
  `(?<![.,])${free}\\d{1,3}(?:[.,'’\\u00a0\\u202f ]\\d{3}(?!\\d))+(?:[.,]\\d+)?|${free}\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)|${free}\\d+(?:[.,]\\d+)?`,
  'gu',
)
const fractions: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75, '⅓': 1 / 3, '⅔': 2 / 3 }

/**
 * All the numbers of a text, in digits and in words, with what they measure.
 *
 * @param lang language of the text, for numbers in words and for what a point means
 * @param either whether a numeral that another custom would read otherwise has both meanings
 */
export function numbersOf(text: string, lang: string, either: boolean): NumberMention[] {
  const plain = asciiDigits(text)
  return [...digitMentions(plain, either ? undefined : lang), ...wordMentions(plain, lang)].sort((a, b) => a.start - b.start)
}

function digitMentions(text: string, lang: string | undefined): NumberMention[] {
  const mentions: NumberMention[] = []
  for (const match of text.matchAll(numeral)) {
    const start = match.index
    let end = start + match[0].length
    let values = numeralValues(match[0], lang)
    const extra = fractions[text.charAt(end)]
    if (extra !== undefined) {
      values = values.map((value) => value + extra)
      end++
    }
    mentions.push(measured(text, { values, percent: false, scaled: false, loose: false, start, end }))
  }
  return mentions
}

/** Adds the scale, percent sign and currency that stand beside a number. */
function measured(text: string, mention: NumberMention): NumberMention {
  let { end, values, scaled } = mention
  for (;;) {
    const word = scaleWord.exec(text.slice(end, end + 24))
    if (word === null) break
    const name = (word[1] ?? '').toLowerCase()
    const scale = scaleOf(name)
    if (scale === undefined) {
      // `5m` is five metres or five million.
      if (name === 'm') values = values.flatMap((value) => [value, value * 1e6])
      break
    }
    values = values.map((value) => value * scale.factor)
    scaled = true
    end += scale.length === name.length ? word[0].length : word[0].indexOf(name.charAt(0)) + 1
  }
  const percent = percentSign.exec(text.slice(end, end + 24))
  const prefix = before.exec(text.slice(Math.max(0, mention.start - 5), mention.start))
  const suffix = percent === null ? after.exec(text.slice(end, end + 20)) : null
  const currency = currencies.get((prefix?.[0] ?? suffix?.[1] ?? '').trim().toLowerCase())
  return {
    ...mention,
    values,
    scaled,
    percent: percent !== null,
    start: mention.start - (prefix?.[0].length ?? 0),
    end: end + (percent?.[0].length ?? suffix?.[0].length ?? 0),
    ...(currency === undefined ? {} : { currency }),
  }
}

interface WordToken {
  word: string
  start: number
  end: number
}

/** Numbers in words: `twelve`, `two hundred and five`, `einundzwanzig`. */
function wordMentions(text: string, lang: string): NumberMention[] {
  const words = numberWords(lang)
  if (words.exact.size === 0) return []
  const tokens = Array.from(text.matchAll(/\p{L}+(?:-\p{L}+)*/gu), (match): WordToken => ({ word: match[0].toLowerCase(), start: match.index, end: match.index + match[0].length }))
  const mentions: NumberMention[] = []
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    // A hyphen may join the number to a noun: a two-day visit.
    const value = words.exact.get(token.word) ?? words.exact.get(token.word.split('-')[0] ?? '')
    const meant = value ?? words.loose.get(token.word)
    if (meant === undefined) continue
    const { total, last } = value === undefined ? { total: meant, last: index } : continued(text, tokens, index, value, words.exact)
    const end = tokens[last]?.end ?? token.end
    index = last
    mentions.push(measured(text, { values: [total], percent: false, scaled: false, loose: value === undefined, start: token.start, end }))
  }
  return mentions
}

/** Reads on over the words that make one number with the one at `first`: twenty three, two hundred and five. */
function continued(text: string, tokens: readonly WordToken[], first: number, value: number, exact: ReadonlyMap<string, number>): { total: number; last: number } {
  let total = value
  let last = first
  for (;;) {
    const end = tokens[last]?.end ?? 0
    const next = tokens[last + 1]
    if (next === undefined || !/^[\s-]$/.test(text.slice(end, next.start))) return { total, last }
    const joined = next.word === 'and' ? tokens[last + 2] : undefined
    const scale = scaleOf(next.word)?.factor
    const addend = exact.get((joined ?? next).word)
    const room = joined === undefined ? (total % 100 === 0 && total >= 100 ? 100 : total % 10 === 0 && total >= 20 ? 10 : 0) : total % 100 === 0 && total >= 100 ? 100 : 0
    if (scale !== undefined && total > 0) {
      total *= scale
      last += 1
    } else if (addend !== undefined && addend > 0 && addend < room) {
      total += addend
      last += joined === undefined ? 1 : 2
    } else {
      return { total, last }
    }
  }
}
