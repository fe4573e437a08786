import { isPublicAddress } from './ip-address.ts'

/** Names that only a local network knows. */
const local = /\.(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/

/**
 * Whether the host of a URL is plainly not public: an address that is not, or a name that only a local network knows.
 * A name that looks public may still lead to a private address; only the resolved address tells.
 *
 * @param hostname as `URL` gives it, which has turned odd spellings of IPv4 into the usual one
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return !isPublicAddress(host)
  return !host.includes('.') || local.test(host)
}
