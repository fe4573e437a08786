const units: Record<string, number> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/**
 * A length of time such as `90s`, `15m`, `2h` or `7d`, in milliseconds; a bare number means seconds.
 *
 * @returns undefined when the text is none
 */
export function parseDuration(text: string): number | undefined {
  const [, number, unit = 's'] = /^(\d+(?:\.\d+)?)\s*([smhd]?)$/.exec(text.trim()) ?? []
  const factor = units[unit === '' ? 's' : unit]
  return number === undefined || factor === undefined ? undefined : Math.round(Number(number) * factor)
}

/** A length of time for people: `40 s`, `3 min`, `2 h 5 min`, `3 days`. */
export function readableDuration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 100) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 100) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return `${Math.round(hours / 24)} days`
}
