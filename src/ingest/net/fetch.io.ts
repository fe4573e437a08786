import { lookup as systemResolver, type LookupAddress } from 'node:dns'
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http'
import { Agent as HttpsAgent, request as requestHttps } from 'node:https'
import { isIP, type LookupFunction, type Socket } from 'node:net'
import { isPublicAddress } from '../../lib/private-address.ts'
import { readBody } from './body.io.ts'
import { type AllowedHosts, isAllowed, refusal } from './guard.ts'
import { type FetchProblem, networkProblem, problem, statusProblem } from './problem.ts'

/** Limits of one fetch, redirects included. */
export interface Limits {
  /** Bytes of the body, unpacked. */
  bytes: number
  /** Milliseconds for the whole. */
  total: number
  /** Milliseconds until the first byte of an answer. */
  answer: number
  redirects: number
}

export const usualLimits: Limits = { bytes: 10_000_000, total: 40_000, answer: 15_000, redirects: 5 }

export interface FetchRequest {
  url: string
  accept: string
  /** Further headers, such as If-None-Match; they go to the first address only. */
  headers?: Readonly<Record<string, string>>
  allowed: AllowedHosts
  limits?: Partial<Limits>
  signal?: AbortSignal
  /** Left out, GET. */
  method?: 'GET' | 'HEAD'
  /** Set when only the head of the answer is wanted: its body is not read. */
  headOnly?: true
}

/** An answer of 200, or 304 to a conditional request. */
export interface Answer {
  status: number
  /** Where the answer came from, after redirects. */
  url: string
  /** Where the first of the redirects that are meant to last ends; the feed or page has moved there. */
  movedTo?: string
  headers: IncomingMessage['headers']
  body: Uint8Array
}

export type FetchResult = { answer: Answer } | { problem: FetchProblem }

/** A client that keeps its connections. Close it when done. */
export interface Client {
  fetch: (request: FetchRequest) => Promise<FetchResult>
  close: () => void
}

/** How names are looked up. */
export type Resolver = typeof systemResolver

/**
 * Makes a client that fetches pages from public servers only. A name is looked up once, every address it leads to is
 * checked, and the connection is made to a checked one; the address that the socket reports is checked again. The
 * same holds for each redirect.
 *
 * @param userAgent how Gazette introduces itself
 * @param resolver left out, the system's
 */
export function createClient(userAgent: string, resolver: Resolver = systemResolver): Client {
  const options = { keepAlive: true, maxSockets: 4, maxFreeSockets: 2, timeout: 30_000 }
  const agents = { http: new HttpAgent(options), https: new HttpsAgent(options) }
  const ways = { agents, lookup: checkedLookup(resolver), openLookup: resolver as LookupFunction }
  return {
    fetch: (request) => follow(request, userAgent, ways),
    close: () => {
      agents.http.destroy()
      agents.https.destroy()
    },
  }
}

/** How connections are made. */
interface Ways {
  agents: { http: HttpAgent; https: HttpsAgent }
  lookup: LookupFunction
  /** For hosts that were opened by name. */
  openLookup: LookupFunction
}

async function follow(request: FetchRequest, userAgent: string, ways: Ways): Promise<FetchResult> {
  const limits = { ...usualLimits, ...request.limits }
  const deadline = AbortSignal.timeout(limits.total)
  const signal = request.signal === undefined ? deadline : AbortSignal.any([deadline, request.signal])
  const parsed = parse(request.url)
  if (parsed === undefined) return { problem: problem('GZ-I001', `${request.url} is not an address`) }
  let url = parsed
  let movedTo: string | undefined
  let lasting = true
  for (let hop = 0; hop <= limits.redirects; hop++) {
    const refused = refusal(url, request.allowed)
    if (refused !== undefined) return { problem: blocked(refused, hop === 0 ? undefined : request.url, url) }
    const headers = { 'user-agent': userAgent, accept: request.accept, 'accept-encoding': 'gzip, deflate, br', ...(hop === 0 ? request.headers : {}) }
    try {
      const response = await send(url, { method: request.method ?? 'GET', headers, ways, signal, open: isAllowed(url, request.allowed), patience: limits.answer })
      const target = redirectTarget(response, url)
      if (target === undefined) return await receive(response, url, movedTo, request.headOnly === true ? undefined : limits.bytes, signal)
      response.resume()
      lasting &&= response.statusCode === 301 || response.statusCode === 308
      if (lasting) movedTo = target.href
      url = target
    } catch (error) {
      return { problem: failure(error, url, hop === 0 ? undefined : request.url, limits, deadline) }
    }
  }
  return { problem: problem('GZ-I009', `${request.url} redirects more than ${String(limits.redirects)} times`) }
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url)
  } catch {
    return undefined
  }
}

/** An address that must not be connected to, found out while connecting. */
class BlockedAddress extends Error {}
/** No answer within the time for one. */
class NoAnswer extends Error {}

interface Sending {
  method: 'GET' | 'HEAD'
  headers: Record<string, string>
  ways: Ways
  /** Whether the host was opened by name. */
  open: boolean
  /** Milliseconds to wait for an answer. */
  patience: number
  signal: AbortSignal
}

function send(url: URL, { method, headers, ways, open, patience, signal }: Sending): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (secure ? requestHttps : requestHttp)(url, {
      agent: secure ? ways.agents.https : ways.agents.http,
      method,
      headers,
      signal,
      lookup: open ? ways.openLookup : ways.lookup,
    })
    const timer = setTimeout(() => request.destroy(new NoAnswer()), patience)
    request.on('socket', (socket) => {
      if (open) return
      const check = (): void => {
        if (!isPublicAddress(socket.remoteAddress ?? '')) request.destroy(new BlockedAddress(`${url.hostname} leads to ${socket.remoteAddress ?? 'nowhere'}, which is not public`))
      }
      if (isConnected(socket)) check()
      else socket.once('connect', check)
    })
    request.on('response', (response) => {
      clearTimeout(timer)
      resolve(response)
    })
    request.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    request.end()
  })
}

function isConnected(socket: Socket): boolean {
  return !socket.connecting && socket.remoteAddress !== undefined
}

/** Looks a name up and hands on only addresses that are public. */
function checkedLookup(resolver: Resolver): LookupFunction {
  return (hostname, options, callback) => {
    resolver(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '', 0)
        return
      }
      const open = addresses.filter(({ address }) => isIP(address) !== 0 && isPublicAddress(address))
      const first = open[0]
      if (first === undefined) callback(new BlockedAddress(`${hostname} leads to ${listed(addresses)}, which is not public`), '', 0)
      else if (options.all === true) callback(null, open)
      else callback(null, first.address, first.family)
    })
  }
}

function listed(addresses: readonly LookupAddress[]): string {
  return addresses.map(({ address }) => address).join(', ')
}

function redirectTarget(response: IncomingMessage, url: URL): URL | undefined {
  const { statusCode = 0, headers } = response
  if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) return undefined
  try {
    return new URL(headers.location, url)
  } catch {
    return undefined
  }
}

/** Reads an answer; its body is left unread without a number of bytes. */
async function receive(response: IncomingMessage, url: URL, movedTo: string | undefined, most: number | undefined, signal: AbortSignal): Promise<FetchResult> {
  const status = response.statusCode ?? 0
  const moved = movedTo === undefined ? {} : { movedTo }
  if (status === 304) {
    response.resume()
    return { answer: { status, url: url.href, ...moved, headers: response.headers, body: new Uint8Array() } }
  }
  if (status < 200 || status > 299) {
    response.destroy()
    return { problem: statusProblem(status, url, secondsOf(response.headers['retry-after'])) }
  }
  if (most === undefined) {
    response.destroy()
    return { answer: { status, url: url.href, ...moved, headers: response.headers, body: new Uint8Array() } }
  }
  const read = await readBody(response, most, signal)
  if ('body' in read) return { answer: { status, url: url.href, ...moved, headers: response.headers, body: read.body } }
  if (read.failed === 'large') return { problem: problem('GZ-I007', `${url.href} is larger than ${String(Math.round(most / 1_000_000))} MB`) }
  if (read.failed === 'slow') return { problem: problem('GZ-I006', `${url.href} did not end in time`, { passing: false }) }
  return { problem: problem('GZ-I008', `${url.href} ends in the middle`, { passing: true, hint: 'try again' }) }
}

/** Retry-After as a number of seconds; a date is left to the caller's own patience. */
function secondsOf(header: string | undefined): number | undefined {
  return header !== undefined && /^\d{1,6}$/.test(header.trim()) ? Number(header) : undefined
}

function failure(error: unknown, url: URL, origin: string | undefined, limits: Limits, deadline: AbortSignal): FetchProblem {
  if (error instanceof BlockedAddress) return blocked(error.message, origin, url)
  if (error instanceof NoAnswer) return problem('GZ-I006', `${url.host} did not answer within ${seconds(limits.answer)}`, { passing: true })
  if (deadline.aborted) return problem('GZ-I006', `${url.host} took longer than ${seconds(limits.total)}`)
  return networkProblem(error, url)
}

function seconds(milliseconds: number): string {
  return `${String(milliseconds / 1000)} s`
}

function blocked(reason: string, origin: string | undefined, url: URL): FetchProblem {
  const by = origin === undefined ? '' : `${origin} redirects to ${url.href}: `
  const web = url.protocol === 'http:' || url.protocol === 'https:'
  const hint = web ? `only public servers are fetched; --allow-host ${url.hostname} opens this one` : 'save the page as a file and add that'
  return problem('GZ-I001', `${by}${reason}`, { hint })
}
