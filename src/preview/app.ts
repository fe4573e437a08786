import { Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { type Access, refusalOf, sameSecret } from './guard.ts'
import type { LateInbox } from './inbox.ts'
import { commonHeaders } from './policy.ts'
import { clientRoutes } from './routes/clients.ts'
import { deskRoutes } from './routes/desk.ts'
import { eventRoutes } from './routes/events.ts'
import { inboxRoutes } from './routes/inbox.ts'
import { issueRoutes } from './routes/issues.ts'
import { messageRoutes } from './routes/message.ts'
import { openRoutes } from './routes/open.ts'
import { pageRoutes } from './routes/page.ts'
import { testRoutes } from './routes/test.ts'
import type { Session } from './session.ts'

const cookie = 'gazette_key'

/**
 * The preview as a function from requests to responses.
 *
 * @param access what this server allows; the same session may stand behind two servers of different rights
 * @param ui folder of the built page
 * @param inbox test inbox; left out, there is none and no test can be sent
 */
export function createApp(session: Session, access: Access, ui: string, inbox?: LateInbox): Hono {
  const app = new Hono()
  app.use(async (context, next) => {
    for (const [name, value] of Object.entries(commonHeaders)) context.header(name, value)
    const { method, path } = context.req
    const refusal = refusalOf({ method, path, header: (name) => context.req.header(name) }, access)
    if (refusal !== undefined) return context.text(refusal.reason, refusal.status)
    return next()
  })
  if (access.key !== undefined) app.use(invitation(access.key))
  app.route('/', pageRoutes(session, access, ui))
  app.route('/', issueRoutes(session, access))
  app.route('/', clientRoutes(session, access))
  app.route('/', messageRoutes(session, access))
  app.route('/', eventRoutes(session))
  if (!access.readOnly) {
    app.route('/', openRoutes(session))
    app.route('/', deskRoutes(session))
    if (inbox !== undefined) {
      app.route('/', inboxRoutes(inbox))
      app.route('/', testRoutes(session, inbox))
    }
  }
  app.notFound((context) => context.text('There is nothing here.', 404))
  app.onError((error, context) => context.text(`The preview stumbled: ${error.message}`, 500))
  return app
}

/** Lets in who brings the key in the address, and remembers it; nobody else on the network. */
function invitation(key: string): Parameters<Hono['use']>[1] {
  return async (context, next) => {
    const brought = context.req.query('key')
    if (brought !== undefined && sameSecret(brought, key)) {
      setCookie(context, cookie, key, { httpOnly: true, sameSite: 'Lax', path: '/' })
      const url = new URL(context.req.url)
      url.searchParams.delete('key')
      return context.redirect(url.pathname + url.search)
    }
    if (!sameSecret(getCookie(context, cookie) ?? '', key)) return context.text('Scan the code in the terminal to see the preview.', 403)
    return next()
  }
}
