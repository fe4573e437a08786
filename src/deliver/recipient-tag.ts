import { createHmac, timingSafeEqual } from 'node:crypto'
import { base32 } from '../lib/base32.ts'

/** Which recipient of which issue a message went to. */
export interface TagTarget {
  /** Id of the issue in the ledger. */
  issueId: number
  recipientId: number
}

/** 80 bits: too many to guess, few enough to fit into an address. */
const macBytes = 10

/**
 * The part of a Message-ID or a return path that names a recipient: `1-2f3-k5…`. The same every time, so that a server
 * that gets a message twice can tell, and signed, so that nobody can make up a bounce for somebody else.
 *
 * @param secret known to this installation only
 */
export function recipientTag(secret: string, { issueId, recipientId }: TagTarget): string {
  const target = `${issueId.toString(36)}-${recipientId.toString(36)}`
  return `${target}-${macOf(secret, target)}`
}

/** Finds a recipient's tag in a text, such as the address a bounce was sent to. @returns undefined when none is genuine */
export function findTag(secret: string, text: string): TagTarget | undefined {
  for (const [, issue = '', recipient = '', mac = ''] of text.toLowerCase().matchAll(/([0-9a-z]{1,8})-([0-9a-z]{1,8})-([a-z2-7]{16})(?![a-z2-7])/g)) {
    const expected = macOf(secret, `${issue}-${recipient}`)
    if (timingSafeEqual(Buffer.from(mac), Buffer.from(expected))) {
      return { issueId: parseInt(issue, 36), recipientId: parseInt(recipient, 36) }
    }
  }
  return undefined
}

function macOf(secret: string, target: string): string {
  return base32(createHmac('sha256', secret).update(`recipient\0${target}`).digest().subarray(0, macBytes))
}

/** The Message-ID of a recipient's message, without angle brackets: `2026-w48.1-2f3-k5…@example.com`. */
export function messageIdOf(slug: string, tag: string, domain: string): string {
  const readable = slug.replace(/[^\w-]+/g, '-').slice(0, 40)
  return `${readable}.${tag}@${domain}`
}

/** The return path with the tag in it (VERP): `bounces+1-2f3-k5…@example.com`. */
export function taggedReturnPath(address: string, tag: string): string {
  const at = address.lastIndexOf('@')
  return `${address.slice(0, at)}+${tag}${address.slice(at)}`
}
