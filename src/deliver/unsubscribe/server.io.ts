import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { readUnsubscribeToken, type Unsubscription, type UnsubscribeKeys } from '../unsubscribe-token.ts'
import type { TokenFinder } from './link.ts'
import { type PageState, pageStyle, unsubscribePage } from './page.ts'

export interface UnsubscribeParts {
  /** Name of the newsletter. */
  name: string
  /** Its language. */
  lang: string
  keys: UnsubscribeKeys
  find: TokenFinder
  /** Makes the wish durable; what it throws is answered with 503, and the reader is asked to try again. */
  record: (unsubscription: Unsubscription) => Promise<void>
}

/** What a one-click request holds, and the page's own form, fit many times into this. */
const longestBody = 8 * 1024

const statuses: Record<PageState, 200 | 404 | 503> = { question: 200, done: 200, unknown: 404, failed: 503 }

const headers = {
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256').update(pageStyle).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex',
}

/**
 * What answers the links to unsubscribe (RFC 8058). To look at a link changes nothing, for programs that scan mail look
 * at every link; to post to it unsubscribes at once, without cookies, redirects or further questions. Whether an address
 * is on the list cannot be found out: whoever has a genuine link gets the same answer, and all others get none.
 */
export function unsubscribeApp({ name, lang, keys, find, record }: UnsubscribeParts): Hono {
  const app = new Hono()
  const answer = (state: PageState): Response =>
    new Response(unsubscribePage(name, lang, state), {
      status: statuses[state],
      headers: { ...headers, 'Content-Type': 'text/html; charset=utf-8', ...(state === 'failed' ? { 'Retry-After': '60' } : {}) },
    })
  const unsubscriptionOf = (url: string): Unsubscription | undefined => {
    const token = find(new URL(url))
    return token === undefined ? undefined : readUnsubscribeToken(keys, token)
  }

  app.get('*', (context) => answer(unsubscriptionOf(context.req.url) === undefined ? 'unknown' : 'question'))
  app.post('*', bodyLimit({ maxSize: longestBody, onError: (context) => context.text('too long', 413) }), async (context) => {
    const unsubscription = unsubscriptionOf(context.req.url)
    if (unsubscription === undefined) return answer('unknown')
    const form: Record<string, unknown> = await context.req.parseBody().catch(() => ({}))
    // RFC 8058 §3.2; the second is the button of the page.
    const isMeant = form['List-Unsubscribe'] === 'One-Click' || form['answer'] === 'leave'
    if (!isMeant) return context.text('the body must be List-Unsubscribe=One-Click', 400, headers)
    try {
      await record(unsubscription)
      return answer('done')
    } catch {
      return answer('failed')
    }
  })
  app.all('*', (context) => context.text('only GET and POST', 405, { ...headers, Allow: 'GET, HEAD, POST' }))
  return app
}
