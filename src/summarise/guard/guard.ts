import { isDateKnown, isNumberKnown } from './claims.ts'
import { datesOf } from './dates.ts'
import { type Facts, factsOf } from './facts.ts'
import type { GuardFinding } from './finding.ts'
import { formFindings } from './form.ts'
import { unknownNames } from './names.ts'
import { numbersOf } from './numbers.ts'
import { isQuoted, quotationsOf } from './quotations.ts'
import { plainForm } from './words.ts'

/** What a blurb is held against. */
export interface GuardedArticle {
  title: string
  text: string
  /** BCP 47 language tag. */
  lang: string
  /** Other texts that the blurb may repeat: author, source, date. */
  known?: readonly string[]
}

export interface GuardOptions {
  /** Most words the blurb may have. */
  words: number
  /** Tells the language of a text; left out, the language of the blurb is not checked. */
  detect?: (text: string) => string | undefined
}

/**
 * A guard for blurbs of one article. It is deterministic and knows nothing but the article: what it lets pass is not
 * thereby true, but numbers, amounts, dates, quotations and addresses that the article does not have never pass.
 */
export function createGuard(article: GuardedArticle, options: GuardOptions): (blurb: string) => GuardFinding[] {
  const source = [article.title, article.text, ...(article.known ?? [])].join('\n')
  const facts = factsOf(source, article.lang)
  return (blurb) =>
    [
      ...formFindings(blurb, options.words, article.lang),
      ...groundingFindings(blurb, facts, article.lang),
      ...languageFindings(blurb, article.lang, options.detect),
    ].sort((a, b) => a.start - b.start)
}

/** What a blurb claims that the facts do not have. */
export function groundingFindings(blurb: string, facts: Facts, lang: string): GuardFinding[] {
  const findings: GuardFinding[] = []
  const add = (kind: GuardFinding['kind'], severity: GuardFinding['severity'], at: { start: number; end: number }, reason: string): void => {
    findings.push({ kind, severity, span: blurb.slice(at.start, at.end), start: at.start, reason })
  }
  const dates = datesOf(blurb, lang)
  for (const date of dates) if (!isDateKnown(date, facts)) add('date', 'fail', date, 'the article does not have this date')
  const numbers = numbersOf(blurb, lang, false)
  for (const number of numbers) {
    if (number.loose || overlaps(number, dates) || number.values.every((value) => value < 2 && Number.isInteger(value) && /^\p{L}/u.test(blurb.slice(number.start)))) continue
    if (isNumberKnown(number, blurb, facts)) continue
    const kind = number.percent ? 'percentage' : number.currency === undefined ? 'number' : 'amount'
    add(kind, 'fail', number, `the article does not have this ${kind}`)
  }
  for (const quotation of quotationsOf(blurb)) {
    if (isQuoted(quotation.text, facts.vocabulary.text)) continue
    const words = quotation.text.trim().split(/\s+/).length
    // One or two words between marks are more often a name or an ironic word than somebody's sentence.
    add('quotation', words > 2 ? 'fail' : 'warn', quotation, 'the article does not have these words')
  }
  for (const address of addressesOf(blurb)) if (!facts.text.toLowerCase().includes(address.text.toLowerCase())) add('address', 'fail', address, 'the article does not have this address')
  for (const name of unknownNames(blurb, facts.text, facts.vocabulary, lang)) {
    if (overlaps(name, dates) || overlaps(name, numbers)) continue
    const code = /\d/.test(name.text)
    add(code ? 'number' : 'name', code ? 'fail' : 'warn', name, `the article does not have this ${code ? 'designation' : 'name'}`)
  }
  return [...findings, ...supportFindings(blurb, facts)]
}

function overlaps(span: { start: number; end: number }, others: readonly { start: number; end: number }[]): boolean {
  return others.some((other) => span.start < other.end && other.start < span.end)
}

function addressesOf(text: string): { text: string; start: number; end: number }[] {
  const pattern = /\b(?:https?:\/\/|www\.)[^\s<>"”’)]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}|\b[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|io|gov|edu|co\.uk|info|biz|xyz|ru|cn)\b(?:\/[^\s<>"”’)]*)?/giu
  return Array.from(text.matchAll(pattern), (match) => {
    const address = match[0].replace(/[.,;:!?]+$/, '')
    return { text: address, start: match.index, end: match.index + address.length }
  })
}

/** Of the longer words of a blurb this share has to come from the article, inflected or not. */
const leastSupport = 0.35

/** A blurb most of whose words the article does not use is about something else. */
function supportFindings(blurb: string, facts: Facts): GuardFinding[] {
  const words = Array.from(blurb.matchAll(/[\p{L}\p{M}]+/gu)).filter((match) => match[0].length >= 4)
  if (words.length < 4 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u.test(blurb)) return supportByPairs(blurb, facts)
  const unknown = words.filter((match) => !facts.vocabulary.has(plainForm(match[0])))
  if (unknown.length <= words.length * (1 - leastSupport)) return []
  return [supportFinding(unknown[0]?.[0] ?? '', unknown[0]?.index ?? 0)]
}

/** The same for scripts without spaces, by pairs of neighbouring characters. */
function supportByPairs(blurb: string, facts: Facts): GuardFinding[] {
  const plain = plainForm(blurb).replaceAll(' ', '')
  if (plain.length < 8) return []
  const article = facts.vocabulary.text.replaceAll(' ', '')
  let known = 0
  for (let index = 0; index + 2 <= plain.length; index++) if (article.includes(plain.slice(index, index + 2))) known++
  return known >= (plain.length - 1) * leastSupport ? [] : [supportFinding(blurb.slice(0, 20), 0)]
}

function supportFinding(span: string, start: number): GuardFinding {
  return { kind: 'support', severity: 'fail', span, start, reason: 'most words of the blurb are not in the article' }
}

function languageFindings(blurb: string, lang: string, detect: GuardOptions['detect']): GuardFinding[] {
  if (detect === undefined || blurb.split(/\s+/).length < 5) return []
  const found = detect(blurb)
  if (found === undefined || found === lang.split('-')[0]) return []
  return [{ kind: 'language', severity: 'fail', span: blurb.slice(0, 40), start: 0, reason: `the blurb is in ${found}, the article in ${lang}` }]
}
