/**
 * Whether an IP address is one that no public server has: private, loopback, link-local, shared, documentation,
 * benchmark, multicast or reserved (IANA special-purpose registries, RFC 6890 and its successors). IPv4 inside IPv6
 * (mapped, NAT64, 6to4) is judged as the IPv4 it is. What is not an address counts as private.
 */
export function isPrivateAddress(address: string): boolean {
  const text = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  const four = parseFour(text)
  if (four !== undefined) return isPrivateFour(four)
  const six = parseSix(text)
  return six === undefined || isPrivateSix(six)
}

/**
 * Whether the host of a URL is plainly not public: an address as above, or a name that only a local network knows.
 * A name that looks public may still lead to a private address; only the resolved address tells.
 *
 * @param hostname as `URL` gives it, which has turned odd spellings of IPv4 into the usual one
 */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.toLowerCase().replace(/\.$/, '')
  if (host.startsWith('[') || parseFour(host) !== undefined) return isPrivateAddress(host)
  return !host.includes('.') || /\.(localhost|local|internal|intranet|lan|home|corp|home\.arpa)$/.test(host)
}

/** First address and prefix length of the blocks of IPv4 that are not public. */
const blocks: readonly [string, number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.88.99.0', 24], ['192.168.0.0', 16], ['198.18.0.0', 15],
  ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
]

function isPrivateFour(address: number): boolean {
  return blocks.some(([first, length]) => {
    const size = 2 ** (32 - length)
    return Math.floor(address / size) === Math.floor((parseFour(first) ?? 0) / size)
  })
}

function isPrivateSix(groups: readonly number[]): boolean {
  const [a = 0, b = 0, c = 0] = groups
  const embedded = (at: number): boolean => isPrivateFour((groups[at] ?? 0) * 65_536 + (groups[at + 1] ?? 0))
  const zeros = (from: number, to: number): boolean => groups.slice(from, to).every((group) => group === 0)
  if (zeros(0, 5) && groups[5] === 0xffff) return embedded(6)
  if (a === 0x64 && b === 0xff9b) return c !== 0 || embedded(6)
  if (a === 0x2002) return embedded(1)
  // Everything public is in 2000::/3 today; in it, these are not.
  if (a < 0x2000 || a > 0x3fff) return true
  return (a === 0x2001 && (b < 0x200 || b === 0xdb8)) || (a === 0x3fff && b < 0x1000)
}

/** An IPv4 address as a number. */
function parseFour(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number)
  if (parts === undefined || parts.some((part) => part > 255)) return undefined
  return parts.reduce((sum, part) => sum * 256 + part, 0)
}

/** The eight groups of an IPv6 address. */
function parseSix(text: string): number[] | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text)
  const four = tail === null ? undefined : parseFour(tail[2] ?? '')
  if (tail !== null && four === undefined) return undefined
  const plain = tail === null || four === undefined ? text : `${tail[1] ?? ''}${Math.floor(four / 65_536).toString(16)}:${(four % 65_536).toString(16)}`
  const halves = plain.split('::')
  if (halves.length > 2) return undefined
  const [left = [], right = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - left.length - right.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined
  const groups = [...left, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...right]
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) ? groups.map((group) => Number.parseInt(group, 16)) : undefined
}
