import { Temporal } from 'temporal-polyfill'

/** Hour at which an issue is dated when its date is only a day. */
const morning = '07:00:00'

/**
 * The moment an issue is dated: its own time, or the morning of its day in the newsletter's time zone.
 *
 * @param date ISO date, or date and time with or without an offset
 * @param timezone IANA name
 */
export function issueMoment(date: string, timezone: string): Date {
  if (/(Z|[+-]\d{2}:\d{2})$/.test(date)) return new Date(date)
  const local = Temporal.PlainDateTime.from(date.includes('T') ? date : `${date}T${morning}`)
  return new Date(local.toZonedDateTime(timezone).epochMilliseconds)
}
