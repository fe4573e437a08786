import { Resolver } from 'node:dns/promises'
import { hasErrorCode } from '../../lib/files.io.ts'
import type { Finding } from './finding.ts'
import { readDkim, readDmarc, readMail, readSpf, type TxtRecords } from './mail-domain.ts'

export interface DnsQuestion {
  /** The sender's domain. */
  domain: string
  /** Domain of the return path, whose SPF record counts; left out, the sender's. */
  returnDomain?: string
  /** Domain that signs; left out, the sender's. */
  dkimDomain?: string
  dkimSelector?: string
  /** Name server as `host` or `host:port`; left out, the system's. */
  server?: string
}

/** Looks up what receivers look up before they trust a message from a domain. */
export async function checkDns({ domain, returnDomain = domain, dkimDomain = domain, dkimSelector, server }: DnsQuestion): Promise<Finding[]> {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  if (server !== undefined) resolver.setServers([server])
  const selectorName = dkimSelector === undefined ? undefined : `${dkimSelector}._domainkey.${dkimDomain}`
  const [spf, dmarc, mail, dkim] = await Promise.all([
    txt(resolver, returnDomain),
    dmarcOf(resolver, domain),
    takesMail(resolver, domain),
    selectorName === undefined ? undefined : txt(resolver, selectorName),
  ])
  return [readSpf(returnDomain, spf), readDkim(dkimDomain, dkimSelector, dkim), readDmarc(domain, dmarc), readMail(domain, mail)]
}

/** The policy of a domain, or else that of the nearest domain above it that has one (RFC 7489 section 6.6.3). */
async function dmarcOf(resolver: Resolver, domain: string): Promise<TxtRecords> {
  for (let name = domain; name.includes('.'); name = name.slice(name.indexOf('.') + 1)) {
    const records = await txt(resolver, `_dmarc.${name}`)
    if (records === null || records.some((record) => record.startsWith('v=DMARC1'))) return records
  }
  return []
}

/** The servers that take mail for a domain: those of its MX records, or else the domain itself (RFC 5321 section 5.1). */
async function takesMail(resolver: Resolver, domain: string): Promise<TxtRecords> {
  const asked = [
    () => resolver.resolveMx(domain).then((records) => records.toSorted((a, b) => a.priority - b.priority).map(({ exchange }) => exchange)),
    () => resolver.resolve4(domain),
    () => resolver.resolve6(domain),
  ]
  for (const ask of asked) {
    const found = await lookUp(ask)
    if (found === null || found.length > 0) return found
  }
  return []
}

async function lookUp(ask: () => Promise<string[]>): Promise<TxtRecords> {
  try {
    return await ask()
  } catch (error) {
    return hasErrorCode(error, 'ENODATA', 'ENOTFOUND') ? [] : null
  }
}

async function txt(resolver: Resolver, name: string): Promise<TxtRecords> {
  return lookUp(async () => (await resolver.resolveTxt(name)).map((strings) => strings.join('')))
}
