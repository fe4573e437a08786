/** A number of bytes as people read it; a KB is 1,000 bytes, as mail programs count. */
export function size(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`
  if (bytes < 1_000_000) return kilobytes(bytes)
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })

/** An ISO day in words: 26 Nov 2026. */
export function shortDay(date: string): string {
  const parsed = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(parsed.getTime()) ? '' : day.format(parsed)
}

/** "1 story", "2 stories". */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** Milliseconds as people read them. */
export function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`
}

/** Bytes in thousands, as mail programs count: 102.4 KB is where Gmail cuts. */
export function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

/** How many stories still fit before Gmail cuts the message. */
export function roomWords({ html, clip, room }: { html: number; clip: number; room: number }): string {
  if (html > clip) return `Gmail cuts ${kilobytes(html - clip)} off`
  return room === 0 ? 'no room for another story' : `room for ${counted(room, 'more story', 'more stories')}`
}

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Characters as a reader counts them. */
export function characters(text: string): number {
  return [...graphemes.segment(text)].length
}
