/** Namespaces of feeds, by the prefix that nearly all of them give it; the empty ones need none. */
const prefixes: readonly (readonly [prefix: string, address: RegExp])[] = [
  ['', /^http:\/\/(?:purl\.org\/rss\/1\.0\/?|my\.netscape\.com\/rdf\/simple\/0\.9\/?|channel\.netscape\.com\/rdf\/simple\/0\.9\/?|backend\.userland\.com\/rss2?|blogs\.law\.harvard\.edu\/tech\/rss)$/],
  ['atom', /^http:\/\/(?:www\.w3\.org\/2005\/Atom|purl\.org\/atom\/ns#)$/],
  ['content', /^http:\/\/purl\.org\/rss\/1\.0\/modules\/content\/$/],
  ['dc', /^http:\/\/purl\.org\/dc\/elements\/1\.[01]\/$/],
  ['dcterms', /^http:\/\/purl\.org\/dc\/terms\/$/],
  ['media', /^https?:\/\/search\.yahoo\.com\/mrss\/?$/],
  ['itunes', /^http:\/\/www\.itunes\.com\/dtds\/podcast-1\.0\.dtd$/i],
  ['feedburner', /^http:\/\/rssnamespace\.org\/feedburner\/ext\/1\.0$/],
  ['rdf', /^http:\/\/www\.w3\.org\/1999\/02\/22-rdf-syntax-ns#$/],
]

/**
 * How the names of a document are to be read: with the usual prefix of each namespace, whatever the feed calls it, and
 * without one for the namespace of the feed itself.
 *
 * @param root name of the outermost element, as written
 * @param attributes of it, which declare the prefixes
 */
export function canonicalNames(root: string, attributes: Readonly<Record<string, string>>): (name: string) => string {
  const renamed = new Map<string, string>()
  const rootPrefix = root.includes(':') ? (root.split(':')[0] ?? '').toLowerCase() : ''
  const isAtom = /(?:^|:)(?:feed|entry)$/i.test(root)
  for (const [name, address] of Object.entries(attributes)) {
    const prefix = /^xmlns:(.+)$/i.exec(name)?.[1]?.toLowerCase()
    const usual = prefixes.find(([, pattern]) => pattern.test(address.trim()))?.[0]
    if (prefix === undefined || usual === undefined) continue
    renamed.set(prefix, isAtom && prefix === rootPrefix ? '' : usual)
  }
  return (name) => {
    const colon = name.indexOf(':')
    const prefix = colon < 0 ? undefined : renamed.get(name.slice(0, colon))
    if (prefix === undefined) return name
    return prefix === '' ? name.slice(colon + 1) : `${prefix}:${name.slice(colon + 1)}`
  }
}
