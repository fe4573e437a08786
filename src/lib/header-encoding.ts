import { domainToASCII } from 'node:url'

/** Columns of a header line; RFC 5322, 2.1.1 allows 78, RFC 2047 76 for lines with encoded words. */
const width = 76

/** Longest encoded word (RFC 2047, 2). */
const wordLimit = 75

/** A value that would break the header it goes into: a line break, or a character that the header cannot hold. */
export class HeaderValueError extends Error {}

/**
 * A whole header field with unstructured text, such as Subject: encoded when it has to be, folded, with its line end.
 *
 * @throws HeaderValueError when the text holds a line break
 */
export function textField(name: string, text: string): string {
  refuseBreaks(name, text)
  const tidy = text.replace(/[\t ]+/g, ' ').trim()
  const words = canStandAlone(tidy, width - 1) ? tidy.split(' ') : encodedWords(tidy, name.length + 2)
  return fold(`${name}:`, words)
}

/**
 * A header field with one mailbox, with its line end.
 *
 * @throws HeaderValueError when the address is not ASCII after its domain was converted, or holds a line break
 */
export function mailboxField(name: string, displayName: string | undefined, address: string): string {
  return fold(`${name}:`, mailboxWords(name, displayName, address, name.length + 2))
}

/**
 * A mailbox as it stands in a header, folded where needed. A local part that is not ASCII stays as it is, in UTF-8: such
 * a message goes only to servers that say they take it (RFC 6532, SMTPUTF8).
 *
 * @param column how far into its line it starts
 */
export function mailbox(displayName: string | undefined, address: string, column: number): string {
  return fold('', mailboxWords('To', displayName, address, column, 'utf8'), column).slice(1, -2)
}

/** A header field made of words that stand as they are, folded between them. */
export function wordsField(name: string, words: readonly string[]): string {
  for (const word of words) refuseBreaks(name, word)
  return fold(`${name}:`, words)
}

/**
 * A value that is written as it is: printable ASCII without line breaks.
 *
 * @param name of the header field, for the message
 * @throws HeaderValueError when it is not
 */
export function asciiValue(name: string, value: string): string {
  if (!/^[ -~]*$/.test(value)) throw new HeaderValueError(`${name} cannot hold ${JSON.stringify(value)}`)
  return value
}

/** @param local whether the part before the @ must be ASCII, or may be anything that SMTPUTF8 allows */
function mailboxWords(field: string, displayName: string | undefined, address: string, column: number, local: 'ascii' | 'utf8' = 'ascii'): string[] {
  const name = displayName?.replace(/[\t ]+/g, ' ').trim() ?? ''
  refuseBreaks(field, name)
  const ascii = headerAddress(field, address, local)
  if (name === '') return [ascii]
  return [...phrase(name, column), `<${ascii}>`]
}

/** A display name: as it is when it is made of atoms, quoted when ASCII allows, encoded otherwise (RFC 5322, 3.2.5). */
function phrase(name: string, column: number): string[] {
  if (!canStandAlone(name, width - 4)) return encodedWords(name, column)
  if (/^[\w!#$%&'*+/=?^`{|}~ -]+$/.test(name)) return name.split(' ')
  const quoted = `"${name.replaceAll(/["\\]/g, '\\$&')}"`
  return quoted.length <= width - column ? [quoted] : encodedWords(name, column)
}

/** The address with its domain in ASCII (RFC 5891), and its local part as well unless `local` says otherwise. */
function headerAddress(field: string, address: string, local: 'ascii' | 'utf8'): string {
  refuseBreaks(field, address)
  const at = address.lastIndexOf('@')
  const domain = address.slice(at + 1)
  const converted = asciiDomain(domain)
  const ascii = `${address.slice(0, at + 1)}${converted}`
  if (!(local === 'utf8' ? /^[!-~\p{L}\p{N}\p{M}]+$/u : /^[!-~]+$/).test(ascii) || at < 1 || converted === '') {
    throw new HeaderValueError(`${field} cannot hold the address ${JSON.stringify(address)}`)
  }
  return ascii
}

/** A domain in ASCII (RFC 5891); empty when it is none. */
export function asciiDomain(domain: string): string {
  return /^[ -~]*$/.test(domain) ? domain : domainToASCII(domain)
}

/** Whether text needs no encoding: ASCII, nothing that looks like an encoded word, and no word longer than a line. */
function canStandAlone(text: string, longest: number): boolean {
  return /^[ -~]*$/.test(text) && !text.includes('=?') && text.split(' ').every((word) => word.length < longest)
}

/** Text as encoded words, each whole in itself, none splitting a character. @param column where the first one starts */
function encodedWords(text: string, column: number): string[] {
  // Q can be read without tools where most of the text is ASCII; B is shorter elsewhere.
  const encode = qLength(text) <= Buffer.byteLength(text) * 2 ? q : b
  const words: string[] = []
  let current = ''
  let room = Math.min(wordLimit, width - column)
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    for (const piece of fits(encode(segment), room) ? [segment] : segment) {
      if (current !== '' && !fits(encode(current + piece), room)) {
        words.push(encode(current))
        current = ''
        room = wordLimit
      }
      current += piece
    }
  }
  return [...words, encode(current)]
}

function fits(word: string, room: number): boolean {
  return word.length <= room
}

function q(text: string): string {
  const encoded = text
    .replace(/[^A-Za-z0-9!*+/ -]/gu, (character) =>
      [...Buffer.from(character)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    )
    .replaceAll(' ', '_')
  return `=?UTF-8?Q?${encoded}?=`
}

function b(text: string): string {
  return `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
}

function qLength(text: string): number {
  let length = 0
  for (const character of text) length += /[A-Za-z0-9!*+/ -]/.test(character) ? 1 : Buffer.byteLength(character) * 3
  return length
}

/** Joins words with spaces, or with a fold where the line would grow too long. */
function fold(start: string, words: readonly string[], column = start.length): string {
  let folded = start
  let length = column
  for (const word of words) {
    if (length + 1 + word.length > width && length > 1) {
      folded += `\r\n ${word}`
      length = 1 + word.length
    } else {
      folded += ` ${word}`
      length += 1 + word.length
    }
  }
  return `${folded}\r\n`
}

function refuseBreaks(name: string, text: string): void {
  if (/[\r\n\0]/.test(text)) throw new HeaderValueError(`${name} cannot hold the line break in ${JSON.stringify(text)}`)
}
