/** Characters of a slug; a name of a file has room for the date and an ending as well. */
const longest = 70

const spelled: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', þ: 'th', ł: 'l', ı: 'i' }

/**
 * A title as the name of a file: letters, digits and single dashes, nothing that a path could be made of. Accents go;
 * letters of other scripts stay.
 */
export function slugOf(title: string): string {
  const plain = title
    .toLowerCase()
    .replace(/[ßæœøđðþłı]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/['’ʼ]/g, '')
  const words = plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  let slug = ''
  for (const word of words) {
    if (slug !== '' && slug.length + word.length >= longest) break
    slug += slug === '' ? Array.from(word).slice(0, longest).join('') : `-${word}`
  }
  return slug === '' ? 'article' : slug
}
