import type { OwnStrings, Strings } from '../model/strings.ts'
import { stringsByLanguage } from './strings/all.ts'
import { en } from './strings/en.ts'

/**
 * The words of a language: the newsletter's own, else those of the tag, else of its language, else English.
 *
 * @returns also the names of the words for which there was nothing but English
 */
export function stringsFor(lang: string, own: OwnStrings = {}): { strings: Strings; missing: string[] } {
  const tag = lang.toLowerCase()
  const known = { ...stringsByLanguage[tag.split('-')[0] ?? ''], ...stringsByLanguage[tag], ...present(own) }
  const missing = Object.keys(en).filter((name) => !Object.hasOwn(known, name))
  return { strings: { ...en, ...known }, missing }
}

function present(own: OwnStrings): Partial<Strings> {
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
}

/** Making a format costs a thousand times what using it does. */
const formats = new Map<string, Intl.NumberFormat>()

function numberFormat(lang: string, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  const key = `${lang} ${options.unitDisplay ?? ''}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.NumberFormat(lang, options)
    formats.set(key, format)
  }
  return format
}

/**
 * Minutes in words, short: `4 min`. In Arabic the short form is a single letter, so the long one is used; British and
 * Irish English would write `4 mins`, which is no abbreviation that a line of figures needs.
 */
export function minutesInWords(minutes: number, lang: string): string {
  const language = lang.toLowerCase().split('-')[0]
  const unitDisplay = language === 'ar' ? 'long' : 'short'
  return numberFormat(language === 'en' ? 'en' : lang, { style: 'unit', unit: 'minute', unitDisplay }).format(minutes)
}

/** A count with its noun, in the form that the language asks for. */
export function countInWords(count: number, forms: Strings['storyCount'], lang: string): string {
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other
  return fillIn(form, { number: numberFormat(lang).format(count) })
}

/** Puts values into the `{…}` of a string. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
