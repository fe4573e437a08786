/** Ways to write a date. */
export type DateStyle = keyof typeof styles

const styles = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  medium: { day: 'numeric', month: 'short', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export const dateStyles = Object.keys(styles)

/** Whether a word names a way to write a date. */
export function isDateStyle(word: string): word is DateStyle {
  return Object.hasOwn(styles, word)
}

/** Making a format costs a thousand times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>()

/**
 * Writes an ISO date, or date and time, as people of a language do. Only a time with an offset is a moment that can
 * be moved to a time zone; a bare date, or a time of day without an offset, is the same day everywhere.
 *
 * @returns the text as it was given when it is no date
 */
export function formatDate(iso: string, lang: string, timezone: string, style: DateStyle): string {
  const isMoment = /T.*(Z|[+-]\d\d:?\d\d)$/i.test(iso)
  const date = new Date(isMoment ? iso : `${iso.slice(0, 10)}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return iso
  const timeZone = isMoment ? timezone : 'UTC'
  const key = `${lang} ${timeZone} ${style}`
  let format = formats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(lang, { ...styles[style], timeZone })
    formats.set(key, format)
  }
  return format.format(date)
}
