import { domainToASCII } from 'node:url'

/** An address that may be mailed. */
export interface MailAddress {
  /** As the envelope carries it: the local part as it was written, the domain in ASCII (RFC 5891 A-labels), lower case. */
  address: string
  /** What makes two addresses the same recipient: like `address`, with the local part in lower case and NFC. */
  key: string
  domain: string
  /** Whether a server must speak SMTPUTF8 (RFC 6531) to take it: the local part is not ASCII. */
  utf8: boolean
}

/** An address, or why a text is none, worded to follow "the address". */
export type ParsedAddress = { ok: true; value: MailAddress } | { ok: false; reason: string }

/** RFC 5321 §4.5.3.1.3: a path of 256 octets less its angle brackets. */
const longest = 254
/** RFC 5321 §4.5.3.1.1. */
const longestLocal = 64

/** RFC 5322 §3.2.3 atext, widened to letters, digits and marks of every script by RFC 6531 §3.3. */
const localPart = /^[\p{L}\p{N}\p{M}!#$%&'*+\-/=?^_`{|}~]+(\.[\p{L}\p{N}\p{M}!#$%&'*+\-/=?^_`{|}~]+)*$/u
/** What a domain may be written with before it is turned into ASCII; the last three are full stops of East Asian text. */
const domainText = /^[\p{L}\p{N}\p{M}.\-\u3002\uff0e\uff61]+$/u
const asciiDomain = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads one bare address, `local@domain`. Quoted local parts, comments, display names and address literals are
 * refused: a mailing list has no use for them, and every parser that allows them has been misled by them.
 */
export function parseAddress(text: string): ParsedAddress {
  const trimmed = text.trim()
  if (trimmed === '') return refused('is empty')
  // Checked before any pattern runs over it, so that no text makes one slow.
  if (trimmed.length > longest) return refused(`is longer than ${longest} characters`)
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(trimmed)) return refused('contains a control character')
  if (/[<>"(),:;[\]\\]/.test(trimmed)) return refused('must be bare, such as reader@example.com')
  const at = trimmed.lastIndexOf('@')
  if (at < 0) return refused('has no @')
  const local = trimmed.slice(0, at).normalize('NFC')
  const problem = localProblem(local)
  if (problem !== undefined) return refused(problem)
  const domain = asciiOf(trimmed.slice(at + 1))
  if (typeof domain !== 'string') return refused(domain.reason)
  return {
    ok: true,
    value: {
      address: `${local}@${domain}`,
      key: `${local.toLowerCase()}@${domain}`,
      domain,
      utf8: /[^\u0000-\u007f]/.test(local),
    },
  }
}

function refused(reason: string): ParsedAddress {
  return { ok: false, reason }
}

function localProblem(local: string): string | undefined {
  if (local === '') return 'has nothing before the @'
  if (Buffer.byteLength(local) > longestLocal) return `has more than ${longestLocal} bytes before the @`
  if (/\s/.test(local)) return 'contains a space'
  if (local.includes('@')) return 'has more than one @'
  if (local.startsWith('.') || local.endsWith('.') || local.includes('..')) return 'has a dot too many before the @'
  if (!localPart.test(local)) return 'has a character before the @ that addresses cannot have'
  return undefined
}

function asciiOf(domain: string): string | { reason: string } {
  if (domain === '') return { reason: 'has nothing after the @' }
  if (/\s/.test(domain)) return { reason: 'contains a space' }
  if (!domainText.test(domain)) return { reason: 'has a character after the @ that domains cannot have' }
  const lower = domain.toLowerCase()
  const ascii = asciiDomain.test(lower) && !lower.includes('xn--') ? lower : domainToASCII(domain)
  const labels = ascii.split('.')
  if (ascii === '' || !labels.every((part) => label.test(part))) return { reason: 'has a domain that cannot exist' }
  if (labels.length === 1 && ascii !== 'localhost') return { reason: 'has a domain without a dot' }
  if (/^\d+$/.test(labels.at(-1) ?? '')) return { reason: 'has a number where the domain should be' }
  return ascii
}
