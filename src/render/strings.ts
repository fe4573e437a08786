/** The words a message needs beside the author's, in one language. `{…}` are filled in. */
export interface Strings {
  readMore: string
  sponsored: string
  issueNumber: string
  unsubscribe: string
  viewInBrowser: string
  whyYouGetThis: string
  inThisIssue: string
  by: string
  minutes: string
}

const en: Strings = {
  readMore: 'Read more',
  sponsored: 'Sponsored',
  issueNumber: 'Issue {number}',
  unsubscribe: 'Unsubscribe',
  viewInBrowser: 'View in browser',
  whyYouGetThis: 'You get this message because you subscribed to {name}.',
  inThisIssue: 'In this issue',
  by: 'By',
  minutes: '{number} min',
}

const byLanguage: Readonly<Record<string, Strings>> = { en }

/** The words for a language tag: those of the tag itself, else of its language, else English. */
export function stringsFor(lang: string): Strings {
  const tag = lang.toLowerCase()
  return byLanguage[tag] ?? byLanguage[tag.split('-')[0] ?? ''] ?? en
}

/** Minutes in words, short: `4 min`. */
export function minutesInWords(minutes: number, lang: string): string {
  return fillIn(stringsFor(lang).minutes, { number: new Intl.NumberFormat(lang).format(minutes) })
}

/** Puts values into the `{…}` of a string. */
export function fillIn(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
}
