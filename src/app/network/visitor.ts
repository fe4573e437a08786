import type { PictureVisit, Visit, Visitor } from '../../checks/net/visit.ts'
import { imageFacts } from '../../content/image-size.ts'
import type { Answer, Client, FetchRequest, FetchResult } from '../../ingest/net/fetch.io.ts'
import type { AllowedHosts } from '../../ingest/net/guard.ts'
import type { FetchProblem } from '../../ingest/net/problem.ts'
import { createGate } from '../../lib/gate.ts'
import type { KnownVisits } from './known-visits.ts'

/** Requests at a time, and of these to one host: no server notices that it is checked. */
const atOnce = 12
const perHost = 2

const limits = { answer: 10_000, total: 20_000, redirects: 5, bytes: 10_000_000 }

const pages = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8'
const pictures = 'image/png,image/jpeg,image/gif,image/*;q=0.8,*/*;q=0.1'

/**
 * Asks the network about links and pictures: each address once, HEAD before GET, a dozen at a time and two of one
 * host, within 20 seconds each.
 *
 * @param known what earlier runs found
 * @param patience limits that differ from the usual ones
 */
export function createVisitor(client: Client, allowed: AllowedHosts, known: KnownVisits, patience: Partial<typeof limits> = {}): Visitor {
  const gate = createGate(atOnce, perHost)
  const most = { ...limits, ...patience }
  const ask = (url: string, more: Pick<FetchRequest, 'accept' | 'method' | 'headOnly'>): Promise<FetchResult> => client.fetch({ url, allowed, limits: most, ...more })
  return {
    page: once((url) => gate(hostOf(url), () => known.page(url, async () => visitPage(url, ask)))),
    picture: once((url) => gate(hostOf(url), () => known.picture(url, async () => visitPicture(url, most.bytes, ask)))),
  }
}

type Ask = (url: string, more: Pick<FetchRequest, 'accept' | 'method' | 'headOnly'>) => Promise<FetchResult>

/** Asks for each address once, whatever stands behind its `#`. */
function once<T>(visit: (url: string) => Promise<T>): (url: string) => Promise<T> {
  const visits = new Map<string, Promise<T>>()
  return (url) => {
    const address = url.replace(/#.*$/s, '')
    let pending = visits.get(address)
    if (pending === undefined) {
      pending = visit(address)
      visits.set(address, pending)
    }
    return pending
  }
}

async function visitPage(url: string, ask: Ask): Promise<Visit> {
  const head = await ask(url, { accept: pages, method: 'HEAD', headOnly: true })
  if ('answer' in head) return good(head.answer)
  // Many servers answer HEAD with an error, or not at all, and GET as they should.
  if (!isWorthAsking(head.problem)) return failed(head.problem)
  const whole = await ask(url, { accept: pages, headOnly: true })
  return 'answer' in whole ? good(whole.answer) : failed(whole.problem)
}

function isWorthAsking({ diagnostic, status }: FetchProblem): boolean {
  return status !== undefined || diagnostic.code === 'GZ-I003' || diagnostic.code === 'GZ-I006' || diagnostic.code === 'GZ-I009'
}

function good({ movedTo }: Answer): Visit {
  return { kind: 'good', ...(movedTo === undefined ? {} : { movedTo }) }
}

/** Statuses that say something of the one who asks, or of the moment, and nothing of the page. */
const unsaying = new Set([401, 402, 403, 407, 408, 418, 423, 425, 429, 451, 999])

function failed({ diagnostic: { code, message }, status }: FetchProblem): Exclude<Visit, { kind: 'good' }> {
  if (code === 'GZ-I001') return { kind: 'closed', reason: message }
  const broken = status !== undefined && status < 500 && !unsaying.has(status)
  return { kind: broken ? 'broken' : 'unsure', reason: message }
}

async function visitPicture(url: string, most: number, ask: Ask): Promise<PictureVisit> {
  const result = await ask(url, { accept: pictures })
  if ('problem' in result) return result.problem.diagnostic.code === 'GZ-I007' ? { kind: 'large', most } : failed(result.problem)
  const { body, headers } = result.answer
  const facts = imageFacts(Buffer.from(body.buffer, body.byteOffset, body.byteLength))
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? 'no type'
  if (facts === undefined && !type.startsWith('image/')) return { kind: 'no-picture', type }
  const { width, height } = facts ?? {}
  return { kind: 'picture', bytes: body.length, ...(width === undefined || height === undefined ? {} : { width, height }) }
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : ''
}
