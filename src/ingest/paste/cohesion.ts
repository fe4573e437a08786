/** Words of five letters and more: the short ones are those that any two texts share. Scripts without spaces go by pairs. */
const word = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{2}|[\p{L}\p{N}]{5,}/gu

/** Longer words that any two texts share, in the languages that are most often pasted. */
const common = new Set(
  `about after again against already although always among another around because become becomes before behind being below
  between could doing during either every first found going great having however including later least little might never
  other others people place really right second should since still their there these thing things think those though three
  through today under until using wants where whether which while whose within without would years according
  aussi autre autres avait avant avec avoir cette comme contre depuis elles entre encore était fait faire faut jusqu leurs lorsque
  mais même moins notre nous parce pendant peut plus plusieurs pour quand selon seront sont sous toujours tous tout toute très vers
  aber alle allem allen andere anderen bereits beim damit dann dass dazu denn deren dessen diese diesem diesen dieser dieses doch durch
  einem einen einer eines erste etwa habe haben hatte immer jahr jahre jahren kann keine können mehr muss nach neue nicht noch oder
  ohne schon sein seine seinen seiner seit selbst sich sind sollen sowie soll über unter viele waren wegen weil weiter wenn werden
  wieder wird wurde wurden zwischen ahora algunos antes aunque cuando desde después donde durante entre estaba estas este esto estos
  hasta hacia mientras mucho otros parte porque puede según siempre sobre también tanto tiene todos años`.split(/\s+/),
)

/**
 * How much two texts are about the same things: the cosine of their counts of words, common words left out, 0 to 1.
 * Of the two halves of one article 2 to 7 in 100 are below 0.12; of halves of two news articles, 90 to 95 in 100
 * (measured on six sets of articles in three languages).
 */
export function cohesion(a: string, b: string): number {
  const [first, second] = [counts(a), counts(b)]
  let shared = 0
  for (const [key, count] of first) shared += count * (second.get(key) ?? 0)
  const length = (list: ReadonlyMap<string, number>): number => Math.sqrt([...list.values()].reduce((sum, count) => sum + count * count, 0))
  const product = length(first) * length(second)
  return product === 0 ? 0 : shared / product
}

function counts(text: string): Map<string, number> {
  const list = new Map<string, number>()
  for (const [match] of text.toLowerCase().matchAll(word)) {
    if (common.has(match)) continue
    // Six letters are enough to see that "battery" and "batteries" are about one thing.
    const key = match.slice(0, 6)
    list.set(key, (list.get(key) ?? 0) + 1)
  }
  return list
}
