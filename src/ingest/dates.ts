const monthNames: readonly (readonly string[])[] = [
  ['jan', 'ene', 'gen', 'janv', 'януар', 'январ'],
  ['feb', 'fév', 'fev', 'févr', 'феврал'],
  ['mar', 'mär', 'mrz', 'maa', 'март'],
  ['apr', 'avr', 'abr', 'апрел'],
  ['may', 'mai', 'mei', 'mag', 'maj', 'мая', 'май'],
  ['jun', 'juin', 'giu', 'июн'],
  ['jul', 'juil', 'lug', 'июл'],
  ['aug', 'aoû', 'aou', 'ago', 'август'],
  ['sep', 'set', 'сентябр'],
  ['oct', 'okt', 'out', 'ott', 'октябр'],
  ['nov', 'ноябр'],
  ['dec', 'dez', 'déc', 'dic', 'декабр'],
]

/** Named zones of RFC 822 and the few that feeds use, as offsets. */
const zones: Readonly<Record<string, string>> = {
  ut: 'Z', utc: 'Z', gmt: 'Z', z: 'Z', est: '-05:00', edt: '-04:00', cst: '-06:00', cdt: '-05:00', mst: '-07:00',
  mdt: '-06:00', pst: '-08:00', pdt: '-07:00', cet: '+01:00', cest: '+02:00', bst: '+01:00', ist: '+05:30', jst: '+09:00',
}

const iso = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i
const clock = /(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?\s*([ap])?\.?(?:m\.?)?(?![\w:])/i

/**
 * Reads a date as pages and feeds write it: ISO 8601, RFC 822 with its many mistakes, "20 November 2026",
 * "November 20, 2026 9:30 am", "20.11.2026", "2026年11月20日". A date that could be two days, such as 03/04/2026, is
 * no date unless `dayFirst` settles it.
 *
 * @returns `2026-11-20`, or with a time and, when it is known, an offset: `2026-11-20T09:30:00+01:00`
 */
export function readDate(text: string, dayFirst?: boolean): string | undefined {
  const trimmed = text.trim().slice(0, 120)
  const exact = iso.exec(trimmed)
  if (exact !== null) {
    const [, year = '', month = '', day = '', hour, minute = '00', second = '00', zone] = exact
    return compose(Number(year), Number(month), Number(day), hour === undefined ? undefined : [Number(hour), Number(minute), Number(second)], zone)
  }
  if (/^\d{10}(?:\d{3})?$/.test(trimmed)) return fromInstant(Number(trimmed.slice(0, 10)))
  const day = looseDay(trimmed, dayFirst)
  if (day === undefined) return undefined
  const time = clock.exec(trimmed.replace(/\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/, ''))
  return compose(day.year, day.month, day.day, time === null ? undefined : timeOf(time), zoneOf(trimmed))
}

interface Day {
  year: number
  month: number
  day: number
}

function looseDay(text: string, dayFirst?: boolean): Day | undefined {
  const cjk = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text) ?? /\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b/.exec(text)
  if (cjk !== null) return { year: Number(cjk[1]), month: Number(cjk[2]), day: Number(cjk[3]) }
  const named = /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s/-]+(?:de |of )?(\p{L}{3,12})\.?,?[\s/-]+(?:de |del )?(\d{4}|\d{2})(?!\d)/u.exec(text)
  if (named !== null) return withMonth(named[2], Number(named[1]), named[3])
  const american = /(\p{L}{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/u.exec(text)
  if (american !== null) return withMonth(american[1], Number(american[2]), american[3])
  const numbers = /(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)/.exec(text)
  if (numbers === null) return undefined
  const [first, second, year] = [Number(numbers[1]), Number(numbers[3]), Number(numbers[4])]
  // Dots are written where the day comes first.
  const order = dayFirst ?? (numbers[2] === '.' || first > 12 ? true : second > 12 || first === second ? false : undefined)
  if (order === undefined) return undefined
  return order ? { year, month: second, day: first } : { year, month: first, day: second }
}

function withMonth(name = '', day: number, year = ''): Day | undefined {
  const lower = name.toLowerCase()
  const month = monthNames.findIndex((starts) => starts.some((start) => lower.startsWith(start))) + 1
  if (month === 0) return undefined
  const short = Number(year)
  return { year: year.length === 2 ? (short < 70 ? 2000 + short : 1900 + short) : short, month, day }
}

function timeOf(match: RegExpExecArray): [number, number, number] {
  const half = match[4]?.toLowerCase()
  const hour = Number(match[1])
  return [half === 'p' && hour < 12 ? hour + 12 : half === 'a' && hour === 12 ? 0 : hour, Number(match[2]), Number(match[3] ?? 0)]
}

function zoneOf(text: string): string | undefined {
  const end = /(?:\d|[ap]\.?m\.?)\s*\(?([a-z]{1,4}|[+-]\d{2}:?\d{2})\)?\s*(?:\([^)]*\))?$/i.exec(text)?.[1]
  return end === undefined || /^[ap]m$/i.test(end) ? undefined : end
}

function compose(year: number, month: number, day: number, time: [number, number, number] | undefined, zone: string | undefined): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day))
  if (year < 1990 || year > 2100 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined
  const iso = `${String(year)}-${two(month)}-${two(day)}`
  if (time === undefined || time[0] > 23 || time[1] > 59 || time[2] > 60) return iso
  return `${iso}T${time.map((part) => two(Math.min(part, 59))).join(':')}${offsetOf(zone)}`
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return ''
  const digits = /^([+-]\d{2}):?(\d{2})?$/.exec(zone)
  if (digits !== null) return `${digits[1] ?? ''}:${digits[2] ?? '00'}`
  return zones[zone.toLowerCase()] ?? ''
}

function fromInstant(seconds: number): string | undefined {
  const date = new Date(seconds * 1000)
  const year = date.getUTCFullYear()
  return year < 1990 || year > 2100 ? undefined : date.toISOString().replace(/\.\d+Z$/, 'Z')
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
