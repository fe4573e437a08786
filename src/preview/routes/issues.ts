import { Hono } from 'hono'
import { knownClients } from '../../app/client-view.ts'
import { inboxGuides } from '../../app/inbox-line.ts'
import type { Access } from '../guard.ts'
import { issueView } from '../issue-view.ts'
import type { Overview } from '../protocol.ts'
import type { Session } from '../session.ts'
import { mayBeSeen } from './seen.ts'

/** What the page asks for as data. */
export function issueRoutes(session: Session, access: Access): Hono {
  const app = new Hono()
  app.use('/api/*', async (context, next) => {
    context.header('Cache-Control', 'no-store')
    return next()
  })
  app.get('/api/overview', async (context) => context.json(await overview(session, access)))
  app.get('/api/issues/:slug', async (context) => {
    const snapshot = await session.snapshot(context.req.param('slug'))
    if (snapshot === undefined) return context.notFound()
    const to = context.req.query('to') ?? 'sample'
    if (!mayBeSeen(to, access)) return context.text('People on the list are not shown on the network.', 403)
    return context.json(await issueView(session, snapshot, to))
  })
  return app
}

async function overview(session: Session, access: Access): Promise<Overview> {
  const [{ newsletter }, issues, current] = await Promise.all([session.shelf(), session.issueRows(), session.current()])
  const recipients = newsletter === undefined ? [] : session.recipients.rows(newsletter)
  return {
    newsletter: newsletter?.name ?? '',
    version: session.version,
    readOnly: access.readOnly,
    issues,
    current,
    recipients: recipients.filter((recipient) => mayBeSeen(recipient.key, access)),
    clients: knownClients(),
    inbox: inboxGuides(),
    moreRecipients: access.readOnly ? 0 : session.recipients.beyond,
    ...(session.list === undefined || access.readOnly ? {} : { list: session.list.file }),
  }
}
