/** Bytes made into text. */
export interface Decoded {
  text: string
  /** Name of the encoding that was used, as the Encoding Standard has it. */
  charset: string
  /** What the sender or the text itself claimed, when that was wrong. */
  claimed?: string
}

/** What is known of some bytes beforehand. */
export interface Claim {
  /** The Content-Type of the answer. */
  contentType?: string | undefined
}

/** How much of the start is searched for a declaration; the HTML standard asks for 1024 bytes, and sites exceed it. */
const prescan = 4096

/** Encodings of pages that declare none, by their language. */
const byLanguage: Readonly<Record<string, string>> = {
  ja: 'shift_jis', zh: 'gb18030', ko: 'euc-kr', ru: 'windows-1251', uk: 'windows-1251', bg: 'windows-1251', el: 'windows-1253',
  tr: 'windows-1254', he: 'windows-1255', ar: 'windows-1256', pl: 'windows-1250', cs: 'windows-1250', hu: 'windows-1250',
}

/**
 * Decodes a page, feed or text. A byte order mark decides; bytes that are valid UTF-8 and more than ASCII are UTF-8,
 * whatever is claimed; then the sender's claim counts, then the text's own; else the usual one of its language.
 */
export function decode(bytes: Uint8Array, claim: Claim = {}): Decoded {
  const mark = markOf(bytes)
  if (mark !== undefined) return { text: new TextDecoder(mark).decode(bytes), charset: mark }
  const start = latin(bytes.subarray(0, prescan))
  const claimed = usable(/charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(claim.contentType ?? '')?.[1]) ?? usable(declared(start))
  const ascii = isAscii(bytes)
  if (ascii && claimed !== undefined && !/^utf-16/.test(claimed)) return { text: decodeAs(claimed, bytes), charset: claimed }
  const wide = wideOrder(bytes)
  if (wide !== undefined) return { text: new TextDecoder(wide).decode(bytes), charset: wide, ...wrong(claimed, wide) }
  const utf8 = strictUtf8(bytes)
  if (utf8 !== undefined) return { text: utf8, charset: 'utf-8', ...(ascii ? {} : wrong(claimed, 'utf-8')) }
  // A stray byte in a long text does not make it another encoding.
  if (claimed === 'utf-8' || claimed === undefined) {
    const lenient = new TextDecoder('utf-8').decode(bytes)
    const broken = lenient.split('\ufffd').length - 1
    const whole = (lenient.match(/[^\u0000-\u007f\ufffd]/g) ?? []).length
    if (broken <= 3 && whole > broken * 3) return { text: lenient, charset: 'utf-8' }
  }
  const language = /<html[^>]*\slang\s*=\s*["']?([a-z]{2})/i.exec(start)?.[1]?.toLowerCase() ?? ''
  const charset = claimed === undefined || claimed === 'utf-8' || /^utf-16/.test(claimed) ? (byLanguage[language] ?? 'windows-1252') : claimed
  return { text: decodeAs(charset, bytes), charset, ...wrong(claimed, charset) }
}

/** What the bytes 0x80 to 0x9f are in Windows-1252. */
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** Node 20 decodes Windows-1252 as if it were Latin-1, which leaves quotes and dashes as control characters. */
function decodeAs(charset: string, bytes: Uint8Array): string {
  const text = new TextDecoder(charset).decode(bytes)
  if (charset !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/g, (character) => windows[character.charCodeAt(0) - 0x80] ?? character)
}

function wrong(claimed: string | undefined, used: string): Pair {
  return claimed === undefined || claimed === used ? {} : { claimed }
}

type Pair = Pick<Decoded, 'claimed'>

function markOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

/** UTF-16 without a mark: every other byte of the start is zero. */
function wideOrder(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, 64)
  if (sample.length < 8) return undefined
  let [even, odd] = [0, 0]
  for (const [index, byte] of sample.entries()) {
    if (byte !== 0) continue
    if (index % 2 === 0) even++
    else odd++
  }
  if (odd > sample.length * 0.4 && even === 0) return 'utf-16le'
  return even > sample.length * 0.4 && odd === 0 ? 'utf-16be' : undefined
}

/** The charset that a page (`meta`) or a feed (`<?xml encoding?>`) declares for itself. */
function declared(start: string): string | undefined {
  const xml = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start)
  const meta = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)
  return (xml ?? meta)?.[1]
}

/** The standard name of an encoding that can be decoded. */
function usable(name: string | undefined): string | undefined {
  if (name === undefined) return undefined
  try {
    return new TextDecoder(name).encoding
  } catch {
    return undefined
  }
}

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (const byte of bytes) if (byte >= 0x80) return false
  return true
}

function latin(bytes: Uint8Array): string {
  return new TextDecoder('windows-1252').decode(bytes)
}
