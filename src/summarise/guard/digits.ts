/** Zeros of the decimal digits that articles are written with, beside ASCII; each block has its ten in order. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0d66, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0xff10]

/** The text with the digits of other scripts as 0 to 9; offsets stay the same. */
export function asciiDigits(text: string): string {
  return text.replace(/[^\x00-\x7f]/g, (character) => {
    const code = character.charCodeAt(0)
    const zero = zeros.find((start) => code >= start && code < start + 10)
    return zero === undefined ? character : String(code - zero)
  })
}

/** Languages that write 1.5 with a point; the others write it with a comma. */
const pointed = /^(?:en|zh|ja|ko|th|he|hi|bn|ta|te|ur|ms|ga|mt)\b/

/**
 * What a numeral means. `1.200` is 1,200 in German and 1.2 in English.
 *
 * @param numeral ASCII digits with points, commas, apostrophes or spaces between them
 * @param lang language whose custom decides; left out, both readings come back where both are possible
 */
export function numeralValues(numeral: string, lang?: string): number[] {
  const plain = numeral.replace(/[\s'’\u00a0\u202f]/g, '')
  const marks: string[] = plain.match(/[.,]/g) ?? []
  if (marks.length === 0) return [Number(plain)]
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  const tail = plain.length - last - 1
  const whole = Number(plain.replace(/[.,]/g, ''))
  const decimal = Number(`${plain.slice(0, last).replace(/[.,]/g, '')}.${plain.slice(last + 1)}`)
  const mixed = marks.includes('.') && marks.includes(',')
  if (mixed) return tail === 3 && marks.filter((mark) => mark === plain[last]).length > 1 ? [whole] : [decimal]
  if (marks.length > 1) return [whole]
  if (tail !== 3 || plain.startsWith('0')) return [decimal]
  if (lang === undefined) return [whole, decimal]
  return [(plain.charAt(last) === '.') === pointed.test(lang) ? decimal : whole]
}
