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

/**
 * Whether an address is one that anybody on the internet can reach: not private, loopback, link-local, shared,
 * reserved, multicast or a cloud's metadata, and not one of those written inside an IPv6 address.
 *
 * @param address as the system reports it, with or without brackets and zone
 * @returns false as well for a text that is no address
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const four = parseIpv4(bare)
  if (four !== undefined) return isPublic4(four)
  const six = parseIpv6(bare)
  return six !== undefined && isPublic6(six)
}

function isPublic4(address: number): boolean {
  return !closed4.some(([network, bits]) => {
    const shift = 32 - bits
    return address >>> shift === (parseIpv4(network) ?? 0) >>> shift || (bits === 32 && address === parseIpv4(network))
  })
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

function parseIpv4(text: string): number | undefined {
  // A leading zero is octal to some readers and decimal to others.
  const match = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/.exec(text)
  if (match === null) return undefined
  const parts = match.slice(1).map(Number)
  if (parts.some((part) => part > 255)) return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

function parseIpv6(text: string): bigint | undefined {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  if (dotted !== null) {
    const four = parseIpv4(dotted[2] ?? '')
    if (four === undefined) return undefined
    return parseIpv6(`${dotted[1] ?? ''}${(four >>> 16).toString(16)}:${(four & 0xffff).toString(16)}`)
  }
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const [head = [], tail = []] = groups
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const all = [...head, ...Array.from({ length: halves.length === 2 ? missing : 0 }, () => '0'), ...tail]
  if (!all.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return undefined
  return all.reduce((sum, group) => (sum << 16n) | BigInt(Number.parseInt(group, 16)), 0n)
}
