import { parseIpAddress, parseIpv4 } from './ip-address.ts'

/** Ranges of IPv4 that no public server has: RFC 6890 and the registry it made, and the address of Azure's metadata. */
const closed4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]

/** Parts of 2000::/3, the only public range of IPv6, that no public server has. */
const closed6: readonly (readonly [bigint, number])[] = [
  [0x2001_0000n << 96n, 23],
  [0x2001_0db8n << 96n, 32],
  [0x3fff_0000n << 96n, 20],
]

/** Names that only a local network knows. */
const local = /\.(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/

/**
 * Whether an address is one that anybody on the internet can reach: not private, loopback, link-local, shared,
 * reserved, multicast or a cloud's metadata, and not one of those written inside an IPv6 address.
 *
 * @param address as the system reports it, with or without brackets and zone
 * @returns false as well for a text that is no address
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parseIpAddress(address)
  if (parsed === undefined) return false
  return typeof parsed === 'number' ? isPublic4(parsed) : isPublic6(parsed)
}

/**
 * Whether the host of a URL is plainly not public: an address that is not, or a name that only a local network knows.
 * A name that looks public may still lead to a private address; only the resolved address tells.
 *
 * @param hostname as `URL` gives it, which has turned odd spellings of IPv4 into the usual one
 */
export function isPrivateHost(hostname: string): boolean {
  return privateHostKind(hostname) !== undefined
}

/** What it is that makes a host plainly not public; see `isPrivateHost`. */
export function privateHostKind(hostname: string): 'address' | 'name' | undefined {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return isPublicAddress(host) ? undefined : 'address'
  return !host.includes('.') || local.test(host) ? 'name' : undefined
}

function isPublic4(address: number): boolean {
  return !closed4.some(([network, bits]) => address >>> (32 - bits) === (parseIpv4(network) ?? 0) >>> (32 - bits))
}

function isPublic6(address: bigint): boolean {
  const embedded = embedded4(address)
  if (embedded !== undefined) return isPublic4(embedded)
  if (address >> 125n !== 1n) return false
  return !closed6.some(([network, bits]) => address >> BigInt(128 - bits) === network >> BigInt(128 - bits))
}

/** The IPv4 address inside a mapped (::ffff:0:0/96), NAT64 (64:ff9b::/96) or 6to4 (2002::/16) address. */
function embedded4(address: bigint): number | undefined {
  const head = address >> 32n
  if (head === 0xffffn || head === 0x0064_ff9bn << 64n) return Number(address & 0xffff_ffffn)
  if (address >> 112n === 0x2002n) return Number((address >> 80n) & 0xffff_ffffn)
  return undefined
}
