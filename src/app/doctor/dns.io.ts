import { Resolver } from 'node:dns/promises'
import { hasErrorCode } from '../../lib/files.io.ts'
import type { Finding } from './finding.ts'
import { readDkim, readDmarc, readSpf, type TxtRecords } from './mail-domain.ts'

export interface DnsQuestion {
  /** The sender's domain. */
  domain: string
  dkimSelector?: string
  /** Name server as `host` or `host:port`; left out, the system's. */
  server?: string
}

/** Looks up what receivers look up before they trust a message from a domain. */
export async function checkDns({ domain, dkimSelector, server }: DnsQuestion): Promise<Finding[]> {
  const resolver = new Resolver({ timeout: 3000, tries: 2 })
  if (server !== undefined) resolver.setServers([server])
  const selectorName = dkimSelector === undefined ? undefined : `${dkimSelector}._domainkey.${domain}`
  const [spf, dmarc, dkim] = await Promise.all([
    txt(resolver, domain),
    txt(resolver, `_dmarc.${domain}`),
    selectorName === undefined ? undefined : txt(resolver, selectorName),
  ])
  return [readSpf(domain, spf), readDkim(domain, dkimSelector, dkim), readDmarc(domain, dmarc)]
}

async function txt(resolver: Resolver, name: string): Promise<TxtRecords> {
  try {
    return (await resolver.resolveTxt(name)).map((strings) => strings.join(''))
  } catch (error) {
    return hasErrorCode(error, 'ENODATA', 'ENOTFOUND') ? [] : null
  }
}
