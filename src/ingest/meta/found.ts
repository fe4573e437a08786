/** How a field of an article was come by. */
export type Origin =
  | 'json-ld'
  | 'opengraph'
  | 'meta'
  | 'microdata'
  | 'page'
  | 'address'
  | 'feed'
  | 'front matter'
  | 'text'
  | 'option'
  | 'today'
  | 'newsletter'

/** A value and where it comes from. */
export interface Found<T = string> {
  value: T
  from: Origin
}

/** What could be found out about an article; a field that is not known is absent. */
export interface Fields {
  title?: Found
  url?: Found
  date?: Found
  author?: Found
  source?: Found
  section?: Found
  image?: Found
  imageAlt?: Found
  description?: Found
  tags?: Found<string[]>
  lang?: Found
}

/** A candidate for a field: its origin and its value, which may be absent. */
export type Offer<T = string> = readonly [Origin, T | undefined]

/** The first candidate that has a value. */
export function firstFound<T>(...offers: readonly Offer<T>[]): Found<T> | undefined {
  for (const [from, value] of offers) if (value !== undefined && value !== '') return { value, from }
  return undefined
}
