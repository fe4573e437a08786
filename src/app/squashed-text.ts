/** A text in which style sheets can be found again after white space and comments were taken out of them. */
export class SquashedText {
  readonly #text: string
  /** Offset in the original of each character. */
  readonly #offsets: readonly number[]

  constructor(original: string) {
    const { text, offsets } = squash(original)
    this.#text = text
    this.#offsets = offsets
  }

  /** Offset in the original of the first place that says the same as `wanted`, white space and comments apart. */
  find(wanted: string): number | undefined {
    const { text } = squash(wanted)
    const at = text === '' ? -1 : this.#text.indexOf(text)
    return at === -1 ? undefined : this.#offsets[at]
  }
}

/** Without white space, comments, and the semicolon before a closing brace. */
function squash(original: string): { text: string; offsets: number[] } {
  let text = ''
  const offsets: number[] = []
  const kept = /\/\*[\s\S]*?\*\/|\s+|;(?=\s*\})|[\s\S]/g
  for (const found of original.matchAll(kept)) {
    const [piece] = found
    if (piece.length > 1 || /\s/.test(piece) || (piece === ';' && /^;\s*\}/.test(original.slice(found.index, found.index + 40)))) continue
    text += piece
    offsets.push(found.index)
  }
  return { text, offsets }
}
