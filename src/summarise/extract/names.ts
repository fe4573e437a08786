/** Forms of address that name nobody the reader does not know. */
const address = /^(?:Mr|Mrs|Ms|Miss|MM?|Mmes?|Mlle|Monsieur|Madame|Señora?|Sra?)\.?$/u
/** First parts of names that are no people's: *New Delhi*, *North Korea*. */
const places = /^(?:New|North|South|East|West|Northern|Southern|Eastern|Western|Central|San|Santa|Los|Las|Great|Saint|St|Mount|Lake|Royal|United|Saudi|The|La|Le|Les|El)$/u
const run =
  /(?<![\p{L}\p{N}'’.-])(?:(?:Mr|Mrs|Ms|Miss|M|Mme|Mlle|Sr|Sra)\.? )?\p{Lu}[\p{L}\p{M}'’-]*\.?(?: (?:(?:de|da|del|van|von|der|bin|al|le|la|di) )?\p{Lu}[\p{L}\p{M}'’-]*(?:\.(?= \p{Lu}))?)*/gu

/** Languages in which people are called by their last name, and no other nouns have capitals. */
const tells = /^(?:en|fr|es|it|pt|nl|sv|da|no|nb|ca)$/
/** Names are looked for in this many sentences, from the beginning. */
const looked = 50

/**
 * People whom a sentence calls by their last name alone although the article has named them in full before. For each
 * sentence, and each such name in it, the sentences before it that tell who it is. A name of the title is known.
 *
 * @param lang primary language subtag
 */
export function introductionsOf(sentences: readonly string[], title: string, lang: string): number[][][] {
  const none = sentences.map((): number[][] => [])
  if (!tells.test(lang)) return none
  const known = new Set(title.toLowerCase().match(/[\p{L}\p{M}'’-]+/gu) ?? [])
  const full = new Map<string, number[]>()
  const text = sentences.slice(0, looked).join('\n')
  const common = new Map<string, boolean>()
  const isCommon = (name: string): boolean => {
    const found = common.get(name) ?? isCommonIn(text, name)
    common.set(name, found)
    return found
  }
  for (const [index, sentence] of sentences.slice(0, looked).entries()) {
    for (const { name, whole } of namesIn(sentence)) {
      const told = full.get(name) ?? []
      if (whole) full.set(name, [...told, index])
      else if (told.length > 0 && !told.includes(index) && !known.has(name.toLowerCase()) && !isCommon(name)) none[index]?.push(told)
    }
  }
  return none
}

const behindIn = /(?<!\p{L})(?:[Ii]n|[Aa]cross|[Ww]ithin|[Tt]hroughout|[Ee]n|à|au|in the) (?:\p{Lu}[\p{L}\p{M}'’-]* )*$/u
const letter = /[\p{L}\p{M}'’-]/u

/** Whether a text has a word in lower case too, or as a place, which stands behind *in*: then it is nobody's name. */
function isCommonIn(text: string, name: string): boolean {
  const lower = name.toLowerCase()
  for (const at of placesOf(text, lower)) if (!letter.test(text.charAt(at - 1))) return true
  for (const at of placesOf(text, name)) if (behindIn.test(text.slice(Math.max(0, at - 40), at))) return true
  return false
}

/** Where a word begins in a text; longer words that begin with it do not count. */
function placesOf(text: string, word: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) if (!letter.test(text.charAt(at + word.length))) found.push(at)
  return found
}

/** Last parts of the names in a sentence, and whether what stands before them tells who it is. */
function namesIn(sentence: string): { name: string; whole: boolean }[] {
  const found: { name: string; whole: boolean }[] = []
  for (const match of sentence.matchAll(run)) {
    const parts = match[0].split(' ').map((part) => part.replace(/['’]s?$/u, ''))
    if (address.test(parts[0] ?? '')) parts.shift()
    const name = parts.at(-1) ?? ''
    if (!/^\p{Lu}[\p{L}\p{M}'’-]*\p{Ll}[\p{L}\p{M}'’-]*$/u.test(name) || name.length < 3) continue
    // Behind an article stands the name of a thing, and at most its makers are people.
    if (parts.length === 1 && /(?:^|\s)(?:the|a|an|le|la|les|un|une|el|los)\s$/iu.test(sentence.slice(0, match.index))) continue
    const whole = parts.length > 1
    if (whole && places.test(parts[0] ?? '')) continue
    found.push({ name, whole })
  }
  return found
}
