import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, diagnostic } from '../../../diagnostics/diagnostic.ts'
import { type Decoded, decode } from '../../../ingest/charset.ts'
import { feedsOf } from '../../../ingest/feed/discover.ts'
import type { Feed } from '../../../ingest/feed/feed.ts'
import { readFeed } from '../../../ingest/feed/read.ts'
import { type Answer, type Client, usualLimits } from '../../../ingest/net/fetch.io.ts'
import type { AllowedHosts } from '../../../ingest/net/guard.ts'
import type { PoliteQueue } from '../../../ingest/net/polite.ts'
import type { FetchProblem } from '../../../ingest/net/problem.ts'
import { type Patience, withRetries } from '../../../ingest/net/retry.ts'
import { parsePage } from '../../../ingest/page/dom.ts'
import { hasErrorCode } from '../../../lib/files.io.ts'
import { withoutUndefined } from '../../../lib/records.ts'
import { charsetNotice } from '../web-page.ts'
import { flawNotices } from './feed-notices.ts'
import type { SourceRecord } from './memory.ts'
import type { Source } from './sources.io.ts'

/** What feeds and pages are fetched with. */
export interface Network {
  client: Client
  allowed: AllowedHosts
  patience: Patience
  queue: PoliteQueue
  signal?: AbortSignal
}

/** What became of reading a source. */
export type SourceRead =
  | { status: 'read'; feed: Feed; record: SourceRecord; diagnostics: Diagnostic[] }
  | { status: 'unchanged'; diagnostics: Diagnostic[] }
  | { status: 'failed'; diagnostics: Diagnostic[]; unreachable: boolean }

const accept = 'application/rss+xml,application/atom+xml,application/feed+json,application/rdf+xml;q=0.9,application/xml;q=0.8,text/xml;q=0.8,text/html;q=0.5,*/*;q=0.1'

/** Pages that name a feed which is none are tried this often. */
const mostFeeds = 3

/** Reads a source: its feed, or the one that its page names. What did not change since `record` is not read again. */
export async function readSource(root: string, source: Source, record: SourceRecord, network: Network): Promise<SourceRead> {
  if (source.url === undefined) return readLocal(root, source)
  const address = record.feed ?? source.url
  const result = await fetchFeed(address, record, network)
  if ('problem' in result) {
    const { status } = result.problem
    // A feed that a page named once may have gone elsewhere; the page knows.
    if (address !== source.url && (status === 404 || status === 410)) return readSource(root, source, {}, network)
    return failed([result.problem.diagnostic], true)
  }
  const { answer } = result
  if (answer.status === 304) return { status: 'unchanged', diagnostics: [] }
  const moved = answer.movedTo === undefined ? [] : [diagnostic('GZ-I024', `${source.label} has moved to ${answer.movedTo}`, { hint: 'write this address into content/newsletter.yaml' })]
  const decoded = decode(answer.body, { contentType: answer.headers['content-type'] })
  const feed = readFeed(decoded.text, answer.url)
  if (feed === undefined) return discover(source, answer.url, decoded.text, network)
  return { status: 'read', feed, record: recordOf(answer, address === source.url ? undefined : address), diagnostics: [...moved, ...notices(source, decoded, feed)] }
}

async function fetchFeed(url: string, { etag, lastModified }: SourceRecord, { client, allowed, patience, queue, signal }: Network): Promise<{ answer: Answer } | { problem: FetchProblem }> {
  const headers = withoutUndefined({ 'if-none-match': etag, 'if-modified-since': lastModified }) as Record<string, string>
  return queue(hostOf(url), () => withRetries(patience, () => client.fetch({ url, accept, headers, allowed, ...(signal === undefined ? {} : { signal }) })))
}

/** Host and port of an address; what is no address is a host of its own, and fails when it is fetched. */
export function hostOf(address: string): string {
  try {
    return new URL(address).host
  } catch {
    return address
  }
}

async function discover(source: Source, address: string, text: string, network: Network): Promise<SourceRead> {
  const hint = 'open the site in a browser and look for the address of its feed'
  if (!/<(?:html|head|body|link|!doctype)\b/i.test(text.slice(0, 100_000))) {
    return failed([diagnostic('GZ-I019', `${source.label} is neither a feed nor a page that names one`, { hint })], false)
  }
  let problem: FetchProblem | undefined
  for (const feedAddress of feedsOf(parsePage(text), address).slice(0, mostFeeds)) {
    const result = await fetchFeed(feedAddress, {}, network)
    if ('problem' in result) {
      problem ??= result.problem
      continue
    }
    const decoded = decode(result.answer.body, { contentType: result.answer.headers['content-type'] })
    const feed = readFeed(decoded.text, result.answer.url)
    if (feed === undefined) continue
    const found = diagnostic('GZ-I020', `${source.label} is a page; its feed ${feedAddress} is read`, { hint: 'write that address into content/newsletter.yaml, which saves a request' })
    return { status: 'read', feed, record: recordOf(result.answer, feedAddress), diagnostics: [found, ...notices(source, decoded, feed)] }
  }
  if (problem !== undefined) return failed([problem.diagnostic], true)
  return failed([diagnostic('GZ-I019', `${source.label} is a page and names no feed`, { hint })], false)
}

async function readLocal(root: string, source: Source): Promise<SourceRead> {
  const file = source.file ?? ''
  let bytes: Uint8Array
  try {
    const path = join(root, file)
    if ((await stat(path)).size > usualLimits.bytes) return failed([diagnostic('GZ-I007', `${file} is larger than 10 MB`)], false)
    bytes = await readFile(path)
  } catch (error) {
    if (hasErrorCode(error, 'ENOENT', 'ENOTDIR')) return failed([diagnostic('GZ-I019', `there is no feed ${file}`, { hint: 'the path is relative to the newsletter folder' })], false)
    return failed([diagnostic('GZ-E001', `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`)], true)
  }
  const decoded = decode(bytes)
  const feed = readFeed(decoded.text, undefined)
  if (feed === undefined) return failed([diagnostic('GZ-I019', `${file} is not a feed`, { hint: 'RSS, RDF, Atom and JSON Feed are read' })], false)
  return { status: 'read', feed, record: {}, diagnostics: notices(source, decoded, feed) }
}

function recordOf({ headers, movedTo }: Answer, found: string | undefined): SourceRecord {
  return withoutUndefined({ feed: movedTo ?? found, etag: headers.etag, lastModified: headers['last-modified'] })
}

function notices({ label }: Source, { charset, claimed }: Decoded, feed: Feed): Diagnostic[] {
  return [...charsetNotice(label, charset, claimed), ...flawNotices(label, feed)]
}

function failed(diagnostics: Diagnostic[], unreachable: boolean): SourceRead {
  return { status: 'failed', diagnostics, unreachable }
}
