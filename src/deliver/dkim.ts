import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'

/** What signs messages (RFC 6376), ready to use. */
export interface DkimSigner {
  domain: string
  selector: string
  /** The same message with a DKIM-Signature field on top. */
  sign: (message: Buffer) => Promise<Buffer>
}

/**
 * Fields that are signed when the message has them. Both unsubscribe fields must be (RFC 8058 §4), and Feedback-ID must
 * be for Gmail's feedback loop.
 */
export const signedFields = [
  'from',
  'to',
  'reply-to',
  'subject',
  'date',
  'message-id',
  'list-id',
  'list-unsubscribe',
  'list-unsubscribe-post',
  'feedback-id',
  'precedence',
  'auto-submitted',
  'mime-version',
  'content-type',
] as const

/** Fields that are signed once more than they occur, so that nobody can add another one on the way (RFC 6376 §8.15). */
const sealedFields = new Set<string>(['from', 'to', 'subject', 'date', 'message-id', 'list-unsubscribe', 'list-unsubscribe-post'])

const shortestKey = 1024

/**
 * Makes a signer, and proves that it works. Only RSA is used: Ed25519 (RFC 8463) is checked by too few receivers.
 *
 * @param pem private key
 * @param now gives milliseconds since 1970
 * @throws {UsageError} when the key would leave mail unsigned or with a signature that nobody accepts
 */
export function createDkimSigner(pem: string, domain: string, selector: string, now: () => number): DkimSigner {
  const key = privateKey(pem)
  if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*$/i.test(selector) || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i.test(domain)) {
    throw unusable(`the domain ${domain} or the selector ${selector} is not a name that DNS can have`)
  }
  const signer: DkimSigner = {
    domain,
    selector,
    sign: async (message) => {
      const end = message.indexOf('\r\n\r\n')
      if (end < 0) throw new RangeError('the message has no body')
      const head = message.subarray(0, end + 2).toString('utf8')
      const bodyHash = createHash('sha256').update(simpleBody(message.subarray(end + 4))).digest('base64')
      const unsigned = unsignedField(head, { domain, selector, bodyHash, seconds: Math.floor(now() / 1000) })
      const signature = await signed(key, `${unsigned.input}${relaxedField(unsigned.field)}`)
      return Buffer.concat([Buffer.from(`${unsigned.field}${folded(signature)}\r\n`), message])
    },
  }
  return signer
}

function privateKey(pem: string): KeyObject {
  let key: KeyObject
  try {
    key = createPrivateKey(pem)
  } catch (error) {
    throw unusable('it is not a private key in PEM', error)
  }
  if (key.asymmetricKeyType !== 'rsa') throw unusable(`it is a key for ${key.asymmetricKeyType ?? 'something else'}, and only RSA is checked everywhere`)
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0
  if (bits < shortestKey) throw unusable(`it has ${bits} bits, and receivers ignore keys below ${shortestKey}`)
  const probe = Buffer.from('probe')
  if (!verify('sha256', probe, createPublicKey(key), sign('sha256', probe, key))) throw unusable('what it signs cannot be verified')
  return key
}

function unusable(problem: string, cause?: unknown): UsageError {
  const hint = 'make one with: openssl genrsa -out dkim.pem 2048'
  return new UsageError([diagnostic('GZ-D007', `the DKIM key cannot be used: ${problem}`, { hint })], { cause })
}

/** Off the main thread: a signature takes longer than everything else about a message. */
function signed(key: KeyObject, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    sign('sha256', Buffer.from(input, 'utf8'), key, (error, signature) => {
      if (error === null) resolve(signature.toString('base64'))
      else reject(error)
    })
  })
}

/** The field up to `b=`, and what is signed before it. */
function unsignedField(
  head: string,
  { domain, selector, bodyHash, seconds }: { domain: string; selector: string; bodyHash: string; seconds: number },
): { field: string; input: string } {
  const fields = fieldsOf(head)
  const names: string[] = []
  let input = ''
  for (const name of signedFields) {
    // Of several fields of a name the last one is signed first (RFC 6376 §5.4.2).
    const found = fields.filter((field) => field.name === name).toReversed()
    for (const { text } of found) {
      names.push(name)
      input += `${relaxedField(text)}\r\n`
    }
    if (sealedFields.has(name)) names.push(name)
  }
  const field =
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/simple; d=${domain}; s=${selector};\r\n` +
    ` t=${seconds}; h=${wrapped(names)};\r\n bh=${bodyHash};\r\n b=`
  return { field, input }
}

/** The list of names, folded after colons, which is where a verifier allows it. */
function wrapped(names: readonly string[]): string {
  let line = ' '.repeat(20)
  let text = ''
  for (const [index, name] of names.entries()) {
    const piece = index === names.length - 1 ? name : `${name}:`
    if (line.length + piece.length > 76) {
      text += '\r\n '
      line = ' '
    }
    text += piece
    line += piece
  }
  return text
}

function folded(base64: string): string {
  return base64.replace(/.{72}(?=.)/g, '$&\r\n ')
}

/** The fields of a header, unfolded they are not. */
function fieldsOf(head: string): { name: string; text: string }[] {
  return head
    .split(/\r\n(?![ \t])/)
    .filter((text) => text.includes(':'))
    .map((text) => ({ name: text.slice(0, text.indexOf(':')).trim().toLowerCase(), text }))
}

/** RFC 6376 §3.4.2, without the line end. */
export function relaxedField(text: string): string {
  const colon = text.indexOf(':')
  const value = text
    .slice(colon + 1)
    .replace(/\r\n/g, '')
    .replace(/[ \t]+/g, ' ')
    .trim()
  return `${text.slice(0, colon).trim().toLowerCase()}:${value}`
}

/** RFC 6376 §3.4.3: as it is, with one line end at the end. Quoted-printable leaves no white space for servers to change. */
export function simpleBody(body: Buffer): Buffer {
  let end = body.length
  while (end >= 4 && body.subarray(end - 4, end).equals(twoLineEnds)) end -= 2
  if (end === 2 && body.subarray(0, 2).equals(lineEnd)) end = 0
  const trimmed = body.subarray(0, end)
  return trimmed.subarray(-2).equals(lineEnd) ? trimmed : Buffer.concat([trimmed, lineEnd])
}

const lineEnd = Buffer.from('\r\n')
const twoLineEnds = Buffer.from('\r\n\r\n')
