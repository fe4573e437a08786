export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** How a CSV file is written down. */
export interface Dialect {
  encoding: Encoding
  delimiter: ',' | ';' | '\t'
  /** Lines before the header: 1 when Excel wrote `sep=;`. */
  skipLines: 0 | 1
}

/** How much of a file is enough to tell its dialect. */
export const dialectBytes = 65_536

/**
 * Tells from the start of a file how it is encoded and what separates its columns. Excel saves CSV in the regional
 * code page with semicolons where the comma is the decimal sign, and "Unicode text" as UTF-16 with tabs.
 *
 * @param head the first bytes of the file, at most `dialectBytes` of them
 */
export function dialectOf(head: Uint8Array): Dialect {
  const encoding = encodingOf(head)
  const [first = '', second = ''] = new TextDecoder(encoding).decode(head).split(/\r\n|\r|\n/, 2)
  const named = /^"?sep=([,;\t])"?$/i.exec(first.trim() === '' ? first : first.trimEnd())?.[1]
  if (named === ',' || named === ';' || named === '\t') return { encoding, delimiter: named, skipLines: 1 }
  return { encoding, delimiter: delimiterOf(first === '' ? second : first), skipLines: 0 }
}

function encodingOf(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  try {
    // `stream` forgives a character that the end of the excerpt cuts in two.
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

/** The separator that occurs most often in the header outside quotes; a comma when there is none. */
function delimiterOf(header: string): Dialect['delimiter'] {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '')
  const count = (delimiter: string): number => bare.split(delimiter).length
  const candidates = [',', ';', '\t'] as const
  return candidates.reduce((best, candidate) => (count(candidate) > count(best) ? candidate : best))
}
