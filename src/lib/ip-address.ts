/** An address of the internet as a number: of IPv4, or of IPv6 as a big one. */
export type IpAddress = number | bigint

/**
 * Reads an address as systems report it and URLs hold it.
 *
 * @param text with or without brackets and zone
 * @returns undefined for a text that is no address, and for spellings that readers take for different ones
 */
export function parseIpAddress(text: string): IpAddress | undefined {
  const bare = text.replace(/^\[|\]$/g, '').replace(/%.*$/, '')
  return parseIpv4(bare) ?? parseIpv6(bare)
}

/** Reads four numbers with dots between them. */
export function parseIpv4(text: string): number | undefined {
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
