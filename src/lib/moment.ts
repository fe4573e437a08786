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
  const wall = Date.parse(`${date.includes('T') ? date : `${date}T${morning}`}Z`)
  // The offset before and after a change of the clocks differ; the second look uses the one that holds at the time itself.
  const near = wall - offsetAt(new Date(wall), timezone)
  return new Date(wall - offsetAt(new Date(near), timezone))
}

/** Making a format costs a thousand times what using it does. */
const formats = new Map<string, Intl.DateTimeFormat>()

/** How far a time zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(instant: Date, timeZone: string): number {
  let format = formats.get(timeZone)
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' })
    formats.set(timeZone, format)
  }
  const parts = format.formatToParts(instant)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(name)
  if (match === null) return 0
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000
}
