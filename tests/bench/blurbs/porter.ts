/**
 * M. F. Porter, "An algorithm for suffix stripping", Program 14 (1980), with the departures of the stemmer that
 * google-research's rouge_score uses (NLTK 3's default mode): a table of irregular forms, `ied`, `y` after a
 * consonant only, `bli`, `fulli`, `logi`, and short stems that end in a vowel and a consonant.
 */
const irregular: Readonly<Record<string, string>> = {
  sky: 'sky', skies: 'sky', dying: 'die', lying: 'lie', tying: 'tie', news: 'news', innings: 'inning', inning: 'inning',
  outings: 'outing', outing: 'outing', cannings: 'canning', canning: 'canning', howe: 'howe', proceed: 'proceed',
  exceed: 'exceed', succeed: 'succeed',
}

type Rule = readonly [suffix: string, replacement: string]

const secondStep: readonly Rule[] = [
  ['ational', 'ate'], ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['izer', 'ize'], ['bli', 'ble'], ['alli', 'al'],
  ['entli', 'ent'], ['eli', 'e'], ['ousli', 'ous'], ['ization', 'ize'], ['ation', 'ate'], ['ator', 'ate'], ['alism', 'al'],
  ['iveness', 'ive'], ['fulness', 'ful'], ['ousness', 'ous'], ['aliti', 'al'], ['iviti', 'ive'], ['biliti', 'ble'], ['fulli', 'ful'],
]
const thirdStep: readonly Rule[] = [
  ['icate', 'ic'], ['ative', ''], ['alize', 'al'], ['iciti', 'ic'], ['ical', 'ic'], ['ful', ''], ['ness', ''],
]
const fourthStep: readonly string[] = [
  'al', 'ance', 'ence', 'er', 'ic', 'able', 'ible', 'ant', 'ement', 'ment', 'ent', 'ion', 'ou', 'ism', 'ate', 'iti', 'ous', 'ive', 'ize',
]

/** The stem of an English word in lower case. */
export function porterStem(word: string): string {
  if (Object.hasOwn(irregular, word)) return irregular[word] ?? word
  if (word.length <= 2) return word
  return steps5(step4(replaced(step2(step1c(step1b(step1a(word)))), thirdStep)))
}

function isConsonant(word: string, index: number): boolean {
  const letter = word.charAt(index)
  if ('aeiou'.includes(letter)) return false
  return letter !== 'y' || index === 0 || !isConsonant(word, index - 1)
}

/** Times a vowel is followed by a consonant: the m of [C](VC){m}[V]. */
function measure(stem: string): number {
  let count = 0
  let vowel = false
  for (let index = 0; index < stem.length; index++) {
    const consonant = isConsonant(stem, index)
    if (consonant && vowel) count++
    vowel = !consonant
  }
  return count
}

function hasVowel(stem: string): boolean {
  return Array.from(stem).some((_, index) => !isConsonant(stem, index))
}

function endsInDouble(word: string): boolean {
  return word.length >= 2 && word.at(-1) === word.at(-2) && isConsonant(word, word.length - 1)
}

/** Consonant, vowel, consonant other than w, x, y; or a word of a vowel and a consonant. */
function endsShort(word: string): boolean {
  const last = word.length - 1
  if (word.length === 2) return !isConsonant(word, 0) && isConsonant(word, 1)
  return last >= 2 && isConsonant(word, last - 2) && !isConsonant(word, last - 1) && isConsonant(word, last) && !/[wxy]$/.test(word)
}

function step1a(word: string): string {
  if (word.endsWith('ies')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('sses')) return word.slice(0, -2)
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word
}

function step1b(word: string): string {
  if (word.endsWith('ied')) return word.slice(0, word.length === 4 ? -1 : -2)
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const suffix = ['ed', 'ing'].find((ending) => word.endsWith(ending) && hasVowel(word.slice(0, -ending.length)))
  if (suffix === undefined) return word
  const stem = word.slice(0, -suffix.length)
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (endsInDouble(stem)) return /[lsz]$/.test(stem) ? stem : stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

function step1c(word: string): string {
  return word.endsWith('y') && word.length > 2 && isConsonant(word, word.length - 2) ? `${word.slice(0, -1)}i` : word
}

function step2(word: string): string {
  if (word.endsWith('alli') && measure(word.slice(0, -4)) > 0) return step2(word.slice(0, -2))
  const done = replaced(word, secondStep)
  return done === word && word.endsWith('logi') && measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : done
}

/** The first rule whose suffix fits decides, whether or not the stem before it is long enough. */
function replaced(word: string, rules: readonly Rule[]): string {
  const rule = rules.find(([suffix]) => word.endsWith(suffix))
  if (rule === undefined) return word
  const stem = word.slice(0, -rule[0].length)
  return measure(stem) > 0 ? stem + rule[1] : word
}

function step4(word: string): string {
  const suffix = fourthStep.find((ending) => word.endsWith(ending))
  if (suffix === undefined) return word
  const stem = word.slice(0, -suffix.length)
  if (measure(stem) <= 1 || (suffix === 'ion' && !/[st]$/.test(stem))) return word
  return stem
}

function steps5(word: string): string {
  let stem = word
  if (stem.endsWith('e')) {
    const before = stem.slice(0, -1)
    if (measure(before) > 1 || (measure(before) === 1 && !endsShort(before))) stem = before
  }
  return stem.endsWith('ll') && measure(stem.slice(0, -1)) > 1 ? stem.slice(0, -1) : stem
}
