/**
 * Breaks lines at spaces so that none is wider than `width` columns, where it can be helped: addresses and other long
 * words stay whole. Lines that are short enough stay as they are, inner spaces included; the lines that a long one
 * becomes are indented as it was, past a bullet or a number when it starts with one.
 */
export function wrap(text: string, width: number): string {
  return text
    .split('\n')
    .map((line) => (columns(line) <= width ? line : wrapLine(line, width)))
    .join('\n')
}

/** How many columns a text takes in a fixed-width font: East Asian characters and emoji take two, marks none. */
export function columns(text: string): number {
  let width = 0
  for (const character of text) {
    if (character < '\u0300') width += 1
    else if (!none.test(character)) width += wide.test(character) ? 2 : 1
  }
  return width
}

const none = /^[\p{Mn}\p{Me}\p{Cf}]$/u
/** Blocks of wide characters (Unicode Standard Annex 11), and what is shown as a picture. */
const wide = new RegExp(
  `^[${[
    '\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3\\uf900-\\ufaff',
    '\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}\\p{Emoji_Presentation}',
  ].join('')}]$`,
  'u',
)

function wrapLine(line: string, width: number): string {
  const [lead = '', bullet = ''] = /^\s*((?:[-*•]|\d+[.)]|\[\d+\])\s+)?/.exec(line) ?? []
  const indent = lead.slice(0, lead.length - bullet.length) + ' '.repeat(columns(bullet))
  const lines: string[] = []
  let current = lead
  let isEmpty = true
  for (const word of breakable(line.slice(lead.length))) {
    const room = width - columns(current)
    if (!isEmpty && columns(word.trimEnd()) > room) {
      lines.push(current.trimEnd())
      current = indent
    }
    current += word
    isEmpty = false
  }
  return [...lines, current.trimEnd()].join('\n')
}

const ideograph = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const breakableParts = new RegExp(`[${ideograph}][\\p{P}\\p{Mn}ー]*\\s*|[^\\s${ideograph}]+\\s*|\\s+`, 'gu')

/** Pieces between which a line may end: words with the spaces after them, and single ideographs. */
function breakable(text: string): string[] {
  return text.match(breakableParts) ?? []
}
