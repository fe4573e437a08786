const pattern =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * A date, or a date and time, in one spelling: `2026-11-20`, `2026-11-20T09:00:00`, `2026-11-20T09:00:00+01:00`.
 * Also reads the spaces and the colonless offsets of other site generators.
 *
 * @returns undefined when the text is not a date or names a day that does not exist
 */
export function normaliseDate(text: string): string | undefined {
  const match = pattern.exec(text.trim())
  if (match === null) return undefined
  const [, year = '', month = '', day = '', hour, minute = '00', second = '00', offset] = match
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  const date = `${year}-${month}-${day}`
  if (hour === undefined) return offset === undefined ? date : undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined
  return `${date}T${hour}:${minute}:${second}${normaliseOffset(offset)}`
}

function normaliseOffset(offset: string | undefined): string {
  if (offset === undefined) return ''
  if (offset.toUpperCase() === 'Z') return 'Z'
  return offset.includes(':') ? offset : `${offset.slice(0, 3)}:${offset.slice(3)}`
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

/**
 * The calendar day of a date in a time zone. A date without an offset is already local.
 *
 * @param date as `normaliseDate` gives it
 * @param timezone IANA name
 */
export function localDay(date: string, timezone: string): string {
  if (!/(Z|[+-]\d{2}:\d{2})$/.test(date)) return date.slice(0, 10)
  return dayOf(new Date(date), timezone)
}

/** Making a format costs a thousand times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** The calendar day of an instant in a time zone, as `2026-11-20`. */
export function dayOf(instant: Date, timezone: string): string {
  let format = formats.get(timezone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' })
    formats.set(timezone, format)
  }
  return format.format(instant)
}

/** The day of an ISO week: `weekday` 1 is Monday, 7 Sunday (ISO 8601). Undefined when the year has no such week. */
export function dayOfIsoWeek(year: number, week: number, weekday: number): string | undefined {
  const fourth = new Date(Date.UTC(year, 0, 4))
  const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * 86_400_000
  const day = new Date(monday + ((week - 1) * 7 + weekday - 1) * 86_400_000)
  const thursday = new Date(monday + ((week - 1) * 7 + 3) * 86_400_000)
  return week >= 1 && thursday.getUTCFullYear() === year ? day.toISOString().slice(0, 10) : undefined
}

/** The ISO week of a day, as `2026-w48`. */
export function isoWeekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * 86_400_000)
  const year = thursday.getUTCFullYear()
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * 86_400_000))
  return `${year}-w${String(week).padStart(2, '0')}`
}
