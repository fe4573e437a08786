/** Letters and digits of a text in one spelling: lower case, without marks, curly signs or the possessive. */
export function plainForm(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/'s\b/g, '')
    .replace(/ß/g, 'ss')
    .replace(/\s*%/g, ' per cent')
    .replace(/\bpercent\b/g, 'per cent')
    .replace(/\s&\s/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The words of an article, for asking whether one of a blurb is among them. */
export class Vocabulary {
  readonly #words: Set<string>
  /** First letters of the words, each as short as an inflection leaves them. */
  readonly #beginnings = new Set<string>()
  /** The whole text in plain form with a space at both ends. */
  readonly text: string

  constructor(text: string) {
    const plain = plainForm(text)
    this.text = ` ${plain} `
    this.#words = new Set(plain.split(' '))
    for (const word of this.#words) if (word.length >= 4) for (let length = 4; length <= Math.min(word.length, 12); length++) this.#beginnings.add(word.slice(0, length))
  }

  /** Whether a word, in plain form, is in the text, inflected in either or not. */
  has(word: string): boolean {
    if (this.#words.has(word)) return true
    // Russia and Russian, voters and voting: what an ending leaves.
    const kept = word.length <= 5 ? word.length - 1 : Math.max(5, Math.ceil(word.length * 0.7))
    return kept >= 4 && this.#beginnings.has(word.slice(0, Math.min(kept, 12)))
  }
}
