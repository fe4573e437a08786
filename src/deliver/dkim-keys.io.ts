import { createPrivateKey, createPublicKey } from 'node:crypto'
import { promises as dns } from 'node:dns'
import type { KeyLookup } from './dkim-verify.ts'

/** Finds public DKIM keys in DNS (RFC 6376 §3.6.2). A server that does not answer soon counts as no key. */
export const dnsKeys: KeyLookup = async (name) => {
  const resolver = new dns.Resolver({ timeout: 1500, tries: 1 })
  try {
    return (await resolver.resolveTxt(name)).map((parts) => parts.join('')).find((text) => text.includes('p='))
  } catch {
    return undefined
  }
}

/** Knows the key of one's own mail before it is in DNS, and asks `others` for the rest. */
export function ownKey(pem: string, domain: string, selector: string, others: KeyLookup): KeyLookup {
  const record = dkimRecord(pem)
  return (name) => (name === `${selector}._domainkey.${domain}` ? Promise.resolve(record) : others(name))
}

/** The TXT record for a private key: what has to stand in DNS. */
export function dkimRecord(pem: string): string {
  const der = createPublicKey(createPrivateKey(pem)).export({ type: 'spki', format: 'der' })
  return `v=DKIM1; k=rsa; p=${der.toString('base64')}`
}
