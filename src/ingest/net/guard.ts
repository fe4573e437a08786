import { privateHostKind } from '../../lib/private-address.ts'

/** Hosts that may be fetched although their addresses are not public: `name` or `name:port`. */
export type AllowedHosts = ReadonlySet<string>

/**
 * Reads the values of `--allow-host`. Names are brought into the spelling that addresses have after parsing.
 *
 * @returns undefined when a value is no host
 */
export function allowedHosts(names: readonly string[]): AllowedHosts | undefined {
  const hosts = new Set<string>()
  for (const name of names) {
    const bare = /^[0-9a-f]*:[0-9a-f:]*$/i.test(name) ? `[${name}]` : name
    try {
      const { hostname, port, pathname, username } = new URL(`http://${bare}`)
      if (hostname === '' || pathname !== '/' || username !== '') return undefined
      hosts.add(port === '' ? hostname : `${hostname}:${port}`)
    } catch {
      return undefined
    }
  }
  return hosts
}

/** Whether a host was opened by name, for every port or for the one it is asked on. */
export function isAllowed(url: URL, allowed: AllowedHosts): boolean {
  const port = url.port === '' ? (url.protocol === 'https:' ? '443' : '80') : url.port
  return allowed.has(url.hostname) || allowed.has(`${url.hostname}:${port}`)
}

/**
 * Why an address must not be fetched, as far as its text shows: it is not http or https, carries a password, or spells
 * out a host that is not public. What a name leads to is known only when it is looked up.
 */
export function refusal(url: URL, allowed: AllowedHosts): string | undefined {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return `${url.protocol} addresses are not fetched, only http and https`
  if (url.username !== '' || url.password !== '') return 'addresses with a user name or password in them are not fetched'
  if (isAllowed(url, allowed)) return undefined
  const kind = privateHostKind(url.hostname)
  if (kind === undefined) return undefined
  const host = url.hostname.replace(/\.$/, '')
  return kind === 'address' ? `${host} is not a public address` : `${host} is a name for this network, not a public one`
}
