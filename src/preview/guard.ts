import { timingSafeEqual } from 'node:crypto'

/** What one server allows. */
export interface Access {
  /** Values of the Host header that are ours, with the port: anything else is a name that was pointed at us. */
  hosts: ReadonlySet<string>
  /** Writes must show it; made anew for every run. */
  token: string
  /** Nothing may be written. */
  readOnly: boolean
  /** A server that other machines reach asks for this, once, in the address; then a cookie holds it. */
  key?: string
}

/** What the guard looks at. */
export interface Visit {
  method: string
  path: string
  header: (name: string) => string | undefined
}

/** Why a request is turned away. */
export interface Refusal {
  status: 403 | 405 | 415
  reason: string
}

/**
 * Decides over a request before anything else sees it. A page on the web that the editor has open at the same time
 * can send requests here; it can neither read nor write through them.
 */
export function refusalOf(visit: Visit, access: Access): Refusal | undefined {
  const host = visit.header('host')?.toLowerCase()
  if (host === undefined || !access.hosts.has(host)) {
    return { status: 403, reason: 'This address is not one that the preview answers to.' }
  }
  const site = visit.header('sec-fetch-site')
  const navigates = visit.header('sec-fetch-mode') === 'navigate' && visit.header('sec-fetch-dest') === 'document'
  // A link in a chat or a mail may open the page; nothing else may be fetched from another site.
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !(navigates && visit.path === '/')) {
    return { status: 403, reason: 'Another site may not use the preview.' }
  }
  const origin = visit.header('origin')
  if (origin !== undefined && !isOwnOrigin(origin, host)) return { status: 403, reason: 'Another site may not use the preview.' }
  if (visit.method === 'GET' || visit.method === 'HEAD') return undefined
  return writeRefusal(visit, access)
}

function writeRefusal(visit: Visit, access: Access): Refusal | undefined {
  if (visit.method !== 'POST') return { status: 405, reason: 'Only GET and POST are known here.' }
  if (access.readOnly) return { status: 403, reason: 'This page is for reading only.' }
  if (!sameSecret(visit.header('x-gazette-token') ?? '', access.token)) {
    return { status: 403, reason: 'The page is from an earlier run of the preview. Reload it.' }
  }
  if (!/^application\/json(;|$)/.test(visit.header('content-type') ?? '')) return { status: 415, reason: 'Only JSON is understood.' }
  return undefined
}

function isOwnOrigin(origin: string, host: string): boolean {
  return origin.toLowerCase() === `http://${host}`
}

/** Compares without telling by the time it takes how much was right. */
export function sameSecret(given: string, secret: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(secret)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The names under which a port of this machine may be asked for. */
export function hostsOf(port: number, addresses: readonly string[]): Set<string> {
  const names = ['localhost', '127.0.0.1', '[::1]', ...addresses.map((address) => (address.includes(':') ? `[${address}]` : address))]
  // Browsers leave out the port that is the default of http.
  return new Set(names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`])))
}
