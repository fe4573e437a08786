import { Hono } from 'hono'
import { clientLosses } from '../../app/client-view.ts'
import type { Access } from '../guard.ts'
import type { ClientLosses } from '../protocol.ts'
import type { Session } from '../session.ts'
import { openAs } from './open-as.ts'

/** What each mail program does to the message. */
export function clientRoutes(session: Session, access: Access): Hono {
  const app = new Hono()
  app.get('/api/clients/:slug', async (context) => {
    const opened = await openAs(session, access, context.req.param('slug'), context.req.query('to'))
    if (opened === undefined) return context.notFound()
    const losses: ClientLosses = clientLosses(opened.message.html)
    context.header('Cache-Control', 'no-store')
    return context.json(losses)
  })
  return app
}
