/** Words of those who speak of themselves. `I` in capitals only: a number or a letter of a list is no speaker. */
const own: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}\p{N}.'’-])(?:I|I['’](?:m|ve|d|ll)|[Mm]y|[Mm]yself|me|[Ww]e|[Ww]e['’](?:re|ve|d|ll)|[Oo]ur|us)(?![\p{L}\p{N}'’.-])/u,
  de: /(?<![\p{L}-])(?:[Ii]ch|mich|mir|[Mm]eine?[mnrs]?|[Ww]ir|[Uu]nsere?[mnrs]?)(?![\p{L}-])/u,
  fr: /(?<![\p{L}-])(?:[Jj]e|[Jj]['’]\p{L}+|[Mm]oi|[Mm]es|[Mm]on|[Nn]ous|[Nn]otre|[Nn]os)(?![\p{L}-])/u,
  es: /(?<![\p{L}-])(?:[Yy]o|[Mm]i|mis|conmigo|[Nn]osotros|[Nn]uestr[oa]s?)(?![\p{L}-])/u,
}
const quoted = /["“„«][^"“”„«»]*(?:["”“»]|$)|(?<=^|[\s(])['‘][^‘]*?(?:(?<![\p{L}])['’]|['’](?![\p{L}]))/gu
/** Who says it stands in the sentence itself. */
const told =
  /(?<!\p{L})(?:said|says|told|tells|added|adds|wrote|writes|asked|explained|explains|tweeted|posted|sagte?|erklärte?|schreibt|schrieb|betont|betonte|dit|déclaré|expliqué|ajouté|écrit|confié|assuré|raconté|raconte|explique|confie|ajoute|dijo|explicó|añadió|escribió)(?!\p{L})/u

/** How many sentences at the beginning tell whether the author speaks so. */
const opening = 5

/**
 * For each sentence of an article, whether somebody speaks in it of himself who is not the author, without marks
 * around his words and without being named: pages lose quotation marks. An author who speaks of himself, or for a
 * group, does so from the beginning. English, German, French and Spanish; other languages: never.
 *
 * @param lang primary language subtag
 */
export function strangersWords(sentences: readonly string[], lang: string): boolean[] {
  const words = own[lang]
  const speaks = (sentence: string): boolean => words?.test(sentence) === true && words.test(sentence.replace(quoted, ' '))
  if (words === undefined || sentences.slice(0, opening).some(speaks)) return sentences.map(() => false)
  return sentences.map((sentence) => speaks(sentence) && !told.test(sentence))
}
