import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto'
import { diagnostic } from '../diagnostics/diagnostic.ts'
import { UsageError } from '../diagnostics/errors.ts'

/** Keys by their ids; the first one makes tokens, all of them read tokens. */
export type UnsubscribeKeys = ReadonlyMap<number, string>

/** Whom an unsubscribe link is for. */
export interface Unsubscription {
  /** Key of the address. */
  key: string
  /** Slug of the issue the link stood in. */
  issue: string
}

const version = 1
const macBytes = 16
const shortestSecret = 24

/**
 * Reads the keys: one secret, or several as `2:new-secret,1:old-secret`, of which the first makes new links. Links made
 * with any of them work for as long as the key is listed.
 *
 * @throws {UsageError}
 */
export function parseUnsubscribeKeys(text: string): UnsubscribeKeys {
  const entries = text.split(',').map((part): [number, string] => {
    const [, id, secret = ''] = /^(?:(\d{1,3}):)?(.+)$/s.exec(part.trim()) ?? []
    return [Number(id ?? 1), secret]
  })
  const problem = entries.some(([id]) => id < 1 || id > 255)
    ? 'an id is not between 1 and 255'
    : entries.some(([, secret]) => secret.length < shortestSecret)
      ? `a secret is shorter than ${shortestSecret} characters`
      : new Set(entries.map(([id]) => id)).size < entries.length
        ? 'two keys have the same id'
        : undefined
  if (problem !== undefined) {
    const hint = 'make one with: openssl rand -hex 32'
    throw new UsageError([diagnostic('GZ-D006', `GAZETTE_UNSUBSCRIBE_KEY cannot be used: ${problem}`, { hint })])
  }
  return new Map(entries)
}

/**
 * A token for the link by which a recipient leaves: opaque, so that the address does not stand in the logs of servers
 * on the way, and needing no database, so that it can be read wherever the key is. The code over the content is at
 * once what signs it and what encrypts it (SIV, as in RFC 5297, with HMAC-SHA-256 and AES-256-CTR). It never expires.
 */
export function unsubscribeToken(keys: UnsubscribeKeys, { key, issue }: Unsubscription): string {
  const [first] = keys
  if (first === undefined) throw new RangeError('there is no key')
  const [id, secret] = first
  const plain = Buffer.from(`${issue}\n${key}`)
  const mac = macOf(secret, id, plain)
  const cipher = createCipheriv('aes-256-ctr', encryptionKey(secret), mac)
  return Buffer.concat([Buffer.from([version, id]), mac, cipher.update(plain), cipher.final()]).toString('base64url')
}

/**
 * Whom a token is for.
 *
 * @returns undefined when it is not a whole token made with one of the keys; how long that takes tells nothing
 */
export function readUnsubscribeToken(keys: UnsubscribeKeys, token: string): Unsubscription | undefined {
  if (token.length > 1000 || !/^[\w-]+$/.test(token)) return undefined
  const bytes = Buffer.from(token, 'base64url')
  // Text that decodes to the same bytes in another spelling is not the token that was given out.
  if (bytes.length < 2 + macBytes + 1 || bytes.toString('base64url') !== token) return undefined
  const id = bytes[1] ?? 0
  const secret = keys.get(id)
  const mac = bytes.subarray(2, 2 + macBytes)
  const decipher = createDecipheriv('aes-256-ctr', encryptionKey(secret ?? ''), mac)
  const plain = Buffer.concat([decipher.update(bytes.subarray(2 + macBytes)), decipher.final()])
  const isGenuine = timingSafeEqual(macOf(secret ?? '', id, plain), mac) && secret !== undefined && bytes[0] === version
  const [issue, key] = plain.toString().split('\n')
  return isGenuine && issue !== undefined && key !== undefined ? { issue, key } : undefined
}

function macOf(secret: string, id: number, plain: Buffer): Buffer {
  const mac = createHmac('sha256', secret).update(`unsubscribe\0${version}\0${id}\0`).update(plain)
  return mac.digest().subarray(0, macBytes)
}

function encryptionKey(secret: string): Buffer {
  const known = encryptionKeys.get(secret)
  if (known !== undefined) return known
  const key = createHmac('sha256', secret).update('unsubscribe encryption').digest()
  encryptionKeys.set(secret, key)
  return key
}

/** A send makes a token for every message, with the same key; there are only ever a few. */
const encryptionKeys = new Map<string, Buffer>()

/** The link with the token in it: `{token}` in the pattern is where it goes. */
export function unsubscribeUrl(pattern: string, token: string): string {
  return pattern.replaceAll('{token}', token)
}
