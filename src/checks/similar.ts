/** Parameters that say where a reader came from and not what the page is. */
const tracking = /^(utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref|ref_src)$/i

/** An address without what does not change the page: scheme, www, tracking, fragment, last slash. */
export function canonicalUrl(url: string): string {
  const parsed = parseUrl(url)
  if (parsed === undefined) return url.trim()
  return `${parsed.host.replace(/^www\./, '')}${parsed.pathname.replace(/\/$/, '')}${queryOf(parsed)}`.toLowerCase()
}

/** The parameters that say what the page is, in alphabetical order. */
function queryOf(url: URL): string {
  // Most addresses have none, and the first look at them costs more than all the rest.
  if (url.search === '') return ''
  const { searchParams } = url
  for (const name of [...searchParams.keys()]) if (tracking.test(name)) searchParams.delete(name)
  searchParams.sort()
  const query = searchParams.toString()
  return query === '' ? '' : `?${query}`
}

/** Reads an address; nothing when it is none. */
export function parseUrl(url: string): URL | undefined {
  return URL.canParse(url.trim()) ? new URL(url.trim()) : undefined
}

/** The words of a text in lower case, without punctuation. */
export function wordList(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

/** How alike two texts are, from 0 to 1: shared words by all words (Jaccard), 0 for texts of fewer than three words. */
export function alike(one: string, other: string): number {
  const [a, b] = [new Set(wordList(one)), new Set(wordList(other))]
  if (Math.min(a.size, b.size) < 3) return 0
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / (a.size + b.size - shared)
}
