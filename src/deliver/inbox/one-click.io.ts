import { isLoopback } from '../smtp-url.ts'
import type { ListUnsubscribe } from './verdicts.ts'

/** What came of unsubscribing by one click. */
export interface OneClickResult {
  ok: boolean
  url: string
  /** Status of the answer; 0 when there was none. */
  status: number
  detail: string
  /** All of it in a sentence. */
  said: string
}

/** What mail programs wait for at most. */
const patience = 10_000

/**
 * Unsubscribes as a mail program does (RFC 8058 §3.2): one POST with one field, no cookies, redirects not followed. A
 * plain http: address is taken on this machine only, where a server can be tried out.
 */
export async function oneClick(list: ListUnsubscribe): Promise<OneClickResult> {
  const result = await ask(list)
  const { ok, detail, url } = result
  return { ...result, said: `${ok ? 'Unsubscribed' : 'Not unsubscribed'}: ${detail}${url === '' ? '' : ` (${url})`}` }
}

async function ask({ links }: ListUnsubscribe): Promise<Omit<OneClickResult, 'said'>> {
  const url = links.find((link) => /^https:/i.test(link) || isLocal(link))
  if (url === undefined) return { ok: false, url: '', status: 0, detail: 'the message has no web address to unsubscribe at' }
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: 'List-Unsubscribe=One-Click',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
    })
    const ok = response.status >= 200 && response.status < 300
    await response.body?.cancel()
    return { ok, url, status: response.status, detail: ok ? 'the server took it' : `the server answered ${response.status}` }
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    return { ok: false, url, status: 0, detail: cause }
  }
}

function isLocal(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'http:' && isLoopback(new URL(link).hostname)
}
