/** Room for the text of a line; the 76th column (RFC 2045, 6.7) is left for the soft line break. */
const limit = 75

/** What needs no encoding at all: one short line without anything special. */
const plain = /^(?![.]|From )[!-<>-~](?:[ -<>-~]{0,72}[!-<>-~])?$/

/**
 * Quoted-printable of UTF-8 text (RFC 2045, 6.7), with CRLF line ends and lines of at most 75 columns, so that a `=` can
 * follow anywhere. Characters are never split over two lines. A `.` or `From ` at the start of a line, which transports
 * are known to change, is encoded as well.
 */
export function encodeQuotedPrintable(text: string): string {
  if (plain.test(text)) return text
  return text
    .split(/\r\n|\r|\n/)
    .map(encodeLine)
    .join('\r\n')
}

function encodeLine(line: string): string {
  const escaped = line.replace(/[^\t -<>-~]|[\t ]$/gu, encodeCharacter)
  const lines: string[] = []
  let rest = protectStart(escaped)
  while (rest.length > limit) {
    const end = endOfCharacter(rest)
    lines.push(rest.slice(0, end))
    rest = protectStart(rest.slice(end))
  }
  lines.push(rest)
  return lines.join('=\r\n')
}

/** The last offset up to the limit that is not inside a character; the bytes after a character's first are 80 to BF. */
function endOfCharacter(escaped: string): number {
  let end = limit
  if (escaped[end - 1] === '=') end -= 1
  else if (escaped[end - 2] === '=') end -= 2
  while (escaped[end] === '=' && /[89AB]/.test(escaped[end + 1] ?? '')) end -= 3
  return end
}

function protectStart(line: string): string {
  return /^([.]|From )/.test(line) ? encodeCharacter(line.slice(0, 1)) + line.slice(1) : line
}

function encodeCharacter(character: string): string {
  let encoded = ''
  for (const byte of Buffer.from(character, 'utf8')) encoded += `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  return encoded
}
