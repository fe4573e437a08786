import { type Diagnostic, diagnostic } from '../../diagnostics/diagnostic.ts'
import { decode } from '../../ingest/charset.ts'
import { draftPage, type Drafts, draftText } from '../../ingest/draft.ts'
import type { Client } from '../../ingest/net/fetch.io.ts'
import type { AllowedHosts } from '../../ingest/net/guard.ts'
import type { FetchProblem } from '../../ingest/net/problem.ts'
import { type Patience, withRetries } from '../../ingest/net/retry.ts'
import { draftMarkdown } from './draft-markdown.ts'

export interface PageRequest {
  allowed: AllowedHosts
  client: Client
  patience: Patience
  /** Whether a page of several articles is cut into them. */
  split: boolean
  signal?: AbortSignal
}

/** Fetches a page and reads its article. What cannot be fetched is told apart from what holds none. */
export async function readWebPage(address: string, { allowed, client, patience, split, signal }: PageRequest): Promise<Drafts | { problem: FetchProblem }> {
  const accept = 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1'
  const result = await withRetries(patience, () => client.fetch({ url: address, accept, allowed, ...(signal === undefined ? {} : { signal }) }))
  if ('problem' in result) return result
  const { url, headers, body } = result.answer
  const type = headers['content-type']
  const refused = notPage(address, type, body)
  if (refused !== undefined) return { drafts: [], starts: [], diagnostics: [refused] }
  const { text, charset, claimed } = decode(body, { contentType: type })
  const drafts = /^text\/(?:plain|markdown)/i.test(type ?? '') ? fromPlain(text, address, url, /markdown/i.test(type ?? '') || /\.md$/i.test(new URL(url).pathname), split) : draftPage(text, address, { address: url, split })
  return { ...drafts, diagnostics: [...charsetNotice(address, charset, claimed), ...drafts.diagnostics] }
}

/** What is said of a text whose encoding is not the one it claims. */
export function charsetNotice(name: string, charset: string, claimed: string | undefined): Diagnostic[] {
  return claimed === undefined ? [] : [diagnostic('GZ-I018', `${name} says it is ${claimed} and is ${charset}`)]
}

/** Plain text or Markdown on the web: what is not said in it, its address says. */
function fromPlain(text: string, name: string, url: string, markdown: boolean, split: boolean): Drafts {
  const drafts = markdown ? draftMarkdown(text, name, split) : draftText(text, name, split)
  const first = drafts.drafts[0]
  if (first !== undefined && drafts.drafts.length === 1) first.fields = { url: { value: url, from: 'address' }, ...first.fields }
  return drafts
}

function notPage(name: string, type: string | undefined, body: Uint8Array): Diagnostic | undefined {
  const start = new TextDecoder('latin1').decode(body.subarray(0, 600)).trimStart()
  if (/^(?:application\/(?:rss|atom|rdf)\+xml|application\/feed\+json)/i.test(type ?? '') || /^(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:rss|feed|rdf:RDF)\b/is.test(start)) {
    return diagnostic('GZ-I010', `${name} is a feed, not a page`, { hint: 'put it under `sources` in content/newsletter.yaml and run gazette pull' })
  }
  if (type === undefined || /^(?:text\/|application\/(?:xhtml\+xml|xml))/i.test(type) || /^<(?:!doctype html|html)/i.test(start)) return undefined
  return diagnostic('GZ-I010', `${name} is ${type.split(';')[0] ?? type}, not a page`, { hint: 'add the page that tells about it, or its text' })
}
