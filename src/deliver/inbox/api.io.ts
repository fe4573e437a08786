import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import { z } from 'zod'
import { withoutUndefined } from '../../lib/records.ts'
import type { KeyLookup } from '../dkim-verify.ts'
import { fileParts, framedHtml } from './content.ts'
import { type Fault, faultKinds, faultStages, parseFault } from './faults.ts'
import type { Mailbox } from './mailbox.io.ts'
import { headerMap, listPage, messageDetail, search } from './mailpit.ts'
import { oneClick } from './one-click.io.ts'
import { parseMessage } from './summary.ts'
import { headerFields, listUnsubscribe, verdictsOn } from './verdicts.ts'

export interface InboxParts {
  mailbox: Mailbox
  /** What the inbox does wrong on purpose; the list is changed in place. */
  faults: Fault[]
  /** Public DKIM keys. */
  lookup: KeyLookup
  version: string
}

const idsBody = z.object({ IDs: z.array(z.string()).optional(), Read: z.boolean().optional() })
const faultsBody = z.array(
  z.strictObject({
    kind: z.enum(faultKinds),
    stage: z.enum(faultStages).optional(),
    rate: z.number().min(0).max(1).optional(),
    address: z.string().max(320).optional(),
    code: z.int().min(400).max(599).optional(),
    delay: z.number().min(0).max(3_600_000).optional(),
  }),
)

/** The JSON API of the inbox, below `/api/v1`: Mailpit's, with verdicts, faults and one-click besides. */
export function inboxApi({ mailbox, faults, lookup, version }: InboxParts): Hono {
  const api = new Hono()
  const missing = { Error: 'no such message' }

  api.get('/info', (context) =>
    context.json({ Version: `gazette ${version}`, Messages: mailbox.list().length, Received: mailbox.received, Folder: mailbox.folder }),
  )

  api.get('/messages', (context) => {
    const { start, limit } = pageOf(context.req.query())
    const all = mailbox.list()
    return context.json(listPage(all.slice(start, start + limit), all.length, start))
  })
  api.delete('/messages', async (context) => {
    const { IDs } = idsBody.parse(await bodyOf(context.req))
    await mailbox.remove(IDs === undefined || IDs.length === 0 ? undefined : IDs)
    return context.text('ok')
  })
  api.put('/messages', async (context) => {
    const { IDs, Read } = idsBody.parse(await bodyOf(context.req))
    await mailbox.setRead(Read ?? true, IDs)
    return context.text('ok')
  })

  api.get('/search', (context) => {
    const { start, limit } = pageOf(context.req.query())
    const found = search(mailbox.list(), context.req.query('query') ?? '')
    return context.json(listPage(found.slice(start, start + limit), found.length, start))
  })
  api.delete('/search', async (context) => {
    const query = context.req.query('query') ?? ''
    if (query.trim() !== '') await mailbox.remove(search(mailbox.list(), query).map(({ id }) => id))
    return context.text('ok')
  })

  /** What is known of a message, or nothing. */
  const opened = async (id: string) => {
    const message = mailbox.find(id)
    const raw = await mailbox.raw(id)
    const email = raw === undefined ? undefined : await parseMessage(raw)
    return message === undefined || raw === undefined || email === undefined ? undefined : { message, raw, email }
  }

  api.get('/message/:id', async (context) => {
    const found = await opened(context.req.param('id'))
    if (found === undefined) return context.json(missing, 404)
    await mailbox.setRead(true, [found.message.id])
    return context.json(messageDetail(found.message, found.email, headerFields(found.raw)))
  })
  api.get('/message/:id/headers', async (context) => {
    const raw = await mailbox.raw(context.req.param('id'))
    return raw === undefined ? context.json(missing, 404) : context.json(headerMap(headerFields(raw)))
  })
  api.get('/message/:id/raw', async (context) => {
    const raw = await mailbox.raw(context.req.param('id'))
    return raw === undefined ? context.json(missing, 404) : context.body(new Uint8Array(raw), 200, { 'Content-Type': 'text/plain; charset=utf-8' })
  })
  api.get('/message/:id/part/:part', async (context) => {
    const found = await opened(context.req.param('id'))
    const part = found === undefined ? undefined : fileParts(found.email).find(({ id }) => String(id) === context.req.param('part'))
    if (part === undefined) return context.json(missing, 404)
    return context.body(new Uint8Array(part.content), 200, {
      'Content-Type': part.type,
      // Nothing that came by mail runs as a page of this server.
      'Content-Disposition': `${part.type.startsWith('image/') && !part.type.includes('svg') ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(part.name)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    })
  })
  api.get('/message/:id/html', async (context) => {
    const found = await opened(context.req.param('id'))
    if (found === undefined) return context.json(missing, 404)
    return context.html(framedHtml(found.email, `/api/v1/message/${found.message.id}/part/`), 200, {
      'Content-Security-Policy': "default-src 'none'; img-src * data:; style-src 'unsafe-inline'; font-src *; sandbox allow-popups allow-popups-to-escape-sandbox",
    })
  })
  api.get('/message/:id/verdicts', async (context) => {
    const found = await opened(context.req.param('id'))
    if (found === undefined) return context.json(missing, 404)
    return context.json(await verdictsOn(found.raw, found.email.html, found.email.text, lookup))
  })
  api.post('/message/:id/unsubscribe', async (context) => {
    const raw = await mailbox.raw(context.req.param('id'))
    if (raw === undefined) return context.json(missing, 404)
    return context.json(await oneClick(listUnsubscribe(headerFields(raw))))
  })

  api.get('/faults', (context) => context.json(faults))
  api.put('/faults', async (context) => {
    const wanted = faultsBody.parse(await bodyOf(context.req))
    const made = wanted.map(({ kind, ...rest }): Fault => ({ ...parseFault(kind), ...withoutUndefined(rest) }))
    faults.splice(0, faults.length, ...made)
    return context.json(faults)
  })

  api.get('/events', (context) =>
    streamSSE(context, async (stream) => {
      const stop = mailbox.listen((event) => {
        void stream.writeSSE({ event: event.kind, data: event.kind === 'arrived' ? event.message.id : '' })
      })
      await new Promise<void>((resolve) => {
        stream.onAbort(resolve)
      })
      stop()
    }),
  )

  api.onError((error, context) => {
    const isWrong = error instanceof z.ZodError || error instanceof SyntaxError
    return context.json({ Error: isWrong ? 'the body is not what this takes' : error.message }, isWrong ? 400 : 500)
  })
  return api
}

function pageOf(query: Record<string, string>): { start: number; limit: number } {
  const number = (text: string | undefined, fallback: number): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : fallback)
  return { start: number(query['start'], 0), limit: Math.min(10_000, number(query['limit'], 50)) }
}

async function bodyOf(request: { text: () => Promise<string> }): Promise<unknown> {
  const text = await request.text()
  return text.trim() === '' ? {} : JSON.parse(text)
}
