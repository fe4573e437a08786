import { Hono } from 'hono'
import { z } from 'zod'
import { inboxFolder } from '../../app/inbox.io.ts'
import type { OneClickResult } from '../../deliver/inbox/one-click.io.ts'
import type { LateInbox } from '../inbox.ts'
import { messagePolicy } from '../policy.ts'
import type { InboxFacts, Unsubscribed } from '../protocol-mail.ts'

const ids = z.strictObject({ ids: z.array(z.string().max(100)).max(10_000).optional() })
const one = z.strictObject({ id: z.string().max(100) })

/**
 * The test inbox, by the API that `gazette inbox` has: reading is passed on to it as it is, changing goes by a POST of
 * this page alone. Its event stream is part of the page's own.
 */
export function inboxRoutes(inbox: LateInbox): Hono {
  const app = new Hono()

  app.get('/api/inbox', async (context) => {
    const { mailbox, smtpPort } = await inbox.open()
    const unread = mailbox.list().filter(({ read }) => !read).length
    const facts: InboxFacts = { smtp: `smtp://127.0.0.1:${smtpPort}`, folder: inboxFolder, messages: mailbox.list().length, unread }
    return context.json(facts)
  })

  app.post('/api/inbox-clear', async (context) => {
    const asked = ids.safeParse(await context.req.json().catch(() => undefined))
    if (!asked.success) return context.text('Messages are named by a list of ids.', 400)
    const { api } = await inbox.open()
    await api('/messages', { method: 'DELETE', body: JSON.stringify(asked.data.ids === undefined ? {} : { IDs: asked.data.ids }) })
    return context.json({ ok: true })
  })

  app.post('/api/inbox-unsubscribe', async (context) => {
    const asked = one.safeParse(await context.req.json().catch(() => undefined))
    if (!asked.success) return context.text('A message is named by its id.', 400)
    const { api } = await inbox.open()
    const answer = await api(`/message/${encodeURIComponent(asked.data.id)}/unsubscribe`, { method: 'POST' })
    if (!answer.ok) return context.notFound()
    const { ok, said } = (await answer.json()) as OneClickResult
    return context.json<Unsubscribed>({ ok, said })
  })

  app.get('/api/v1/message/:id/html', async (context) => {
    const answer = await (await inbox.open()).api(`/message/${encodeURIComponent(context.req.param('id'))}/html`)
    if (!answer.ok) return context.notFound()
    // Framed as any message is, so that its own pictures may come from here and nothing from elsewhere unless asked for.
    context.header('Content-Security-Policy', messagePolicy(context.req.query('remote') === 'on'))
    context.header('Cache-Control', 'no-store')
    return context.html(await answer.text())
  })

  app.get('/api/v1/*', async (context) => {
    const { pathname, search } = new URL(context.req.url)
    const path = pathname.slice('/api/v1'.length)
    if (path === '/events') return context.notFound()
    const answer = await (await inbox.open()).api(`${path}${search}`)
    answer.headers.set('Cache-Control', 'no-store')
    if (!answer.headers.has('Content-Security-Policy')) answer.headers.set('Content-Security-Policy', "default-src 'none'; sandbox")
    return answer
  })
  return app
}
