/** Long enough to say what a text is about, short enough to read in a list of files. */
const maxLength = 60

/**
 * A name for a file or an address made from a title: lower case, words joined by hyphens, letters of every script
 * kept, accents of Latin ones dropped. Cut between words.
 *
 * @returns an empty text when the title has no letter or digit
 */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    if (slug !== '' && slug.length + 1 + word.length > maxLength) break
    slug = slug === '' ? word.slice(0, maxLength) : `${slug}-${word}`
  }
  return slug
}
