import type { DateMention } from './dates.ts'
import type { Facts } from './facts.ts'
import type { NumberMention } from './numbers.ts'

/** Words that say a number is not exact, and on which side of it the true one is. */
const above = /\b(?:more than|over|above|at least|exceed(?:s|ed|ing)?|upwards of|mehr als|über|mindestens|plus d[e’']|au moins|más de|al menos|hơn|trên|più di)\s*$/iu
const below = /\b(?:nearly|almost|under|less than|fewer than|up to|close to|just short of|fast|knapp|weniger als|bis zu|unter|près d[e’']|presque|moins d[e’']|casi|menos de|hasta|gần|quasi|meno di)\s*$/iu
const near = /\b(?:about|around|some|roughly|approximately|an? estimated|circa|rund|etwa|ungefähr|gut|environ|quelque|alrededor de|unos|unas|aproximadamente|khoảng|circa)\s*$/iu

/**
 * Whether an article names the number that a blurb names: the same value with the same sign or currency. A number
 * that the blurb calls inexact, or writes with a word such as million, may be rounded.
 */
export function isNumberKnown(claim: NumberMention, blurb: string, facts: Facts): boolean {
  const lead = blurb.slice(Math.max(0, claim.start - 24), claim.start)
  const known = facts.numbers.filter((fact) => sameMeasure(claim, fact, facts))
  return known.some((fact) => claim.values.some((value) => fact.values.some((truth) => agrees(value, measure(truth, claim, fact), claim, lead))))
}

/** Half and 50 per cent are the same share. */
function measure(truth: number, claim: NumberMention, fact: NumberMention): number {
  return claim.percent && !fact.percent && truth < 1 ? truth * 100 : truth
}

function sameMeasure(claim: NumberMention, fact: NumberMention, facts: Facts): boolean {
  if (claim.percent) return fact.percent || (fact.loose && fact.values.some((value) => value < 1))
  if (claim.currency === undefined) return true
  if (fact.currency !== undefined) return fact.currency === claim.currency
  return !fact.percent && facts.numbers.some((other) => other.currency === claim.currency)
}

function agrees(claimed: number, truth: number, claim: NumberMention, lead: string): boolean {
  const difference = truth - claimed
  if (Math.abs(difference) <= Math.abs(truth) * 1e-9) return true
  const share = difference / Math.max(1e-9, claimed)
  const room = roomOf(claimed)
  if (above.test(lead)) return share > 0 && share <= room
  if (below.test(lead)) return share < 0 && share >= -room
  if (near.test(lead)) return Math.abs(share) <= room / 2
  return claim.scaled && Math.abs(share) <= roundingOf(claimed)
}

/** How far from the true number one that is called inexact may be: the rounder it is, the further. A number that shows three digits or more is not round. */
function roomOf(claimed: number): number {
  const digits = digitsOf(claimed)
  if (digits.length >= 3) return 0.005
  return digits.length === 2 ? 0.07 : 0.25
}

/** Half of the last digit a rounded number shows, as a share of it; nothing when it shows only one digit. */
function roundingOf(value: number): number {
  const digits = digitsOf(value)
  return digits.length < 2 ? 0 : (0.5 * 10 ** (Math.floor(Math.log10(value)) - digits.length + 1)) / value
}

/** The digits that a number shows, without the noughts at both ends. */
function digitsOf(value: number): string {
  return value.toPrecision(12).replace(/\.?0+$/, '').replace(/e.*$|\./g, '').replace(/^0+|0+$/g, '')
}

/**
 * Whether an article names the date that a blurb names. A day and its month have to stand together; the year may
 * come from elsewhere.
 */
export function isDateKnown(claim: DateMention, facts: Facts): boolean {
  if (claim.weekday !== undefined) return facts.dates.some((fact) => fact.weekday === claim.weekday)
  const yearKnown = claim.year === undefined || facts.numbers.some((number) => number.values.includes(claim.year ?? 0))
  return yearKnown && facts.dates.some((fact) => includesDate(fact, claim))
}

function includesDate(fact: DateMention, claim: DateMention): boolean {
  if (claim.year !== undefined && fact.year !== undefined && claim.year !== fact.year) return false
  if (!claim.months.some((month) => fact.months.includes(month))) return false
  return claim.days.length === 0 || claim.days.some((day) => fact.days.includes(day))
}
