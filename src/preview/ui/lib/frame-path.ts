import type { Place } from './place.ts'

/** Path of the HTML that a frame shows. */
export function framePath(slug: string, here: Pick<Place, 'to' | 'client' | 'mode' | 'blocked' | 'remote'>): string {
  const query = new URLSearchParams()
  if (here.to !== 'sample') query.set('to', here.to)
  if (here.client !== '') query.set('client', here.client)
  // A forced dark is made in the frame, from the same HTML.
  if (here.mode === 'authored') query.set('mode', here.mode)
  if (here.blocked) query.set('pictures', 'off')
  if (here.remote) query.set('remote', 'on')
  const text = query.toString()
  return `/frame/${encodeURIComponent(slug)}${text === '' ? '' : `?${text}`}`
}

/** Path of another form of the message. */
export function messagePath(form: 'source' | 'raw', slug: string, to: string): string {
  return `/${form}/${encodeURIComponent(slug)}${to === 'sample' ? '' : `?to=${encodeURIComponent(to)}`}`
}
