import { Hono } from 'hono'
import { isLoopback } from '../smtp-url.ts'
import { inboxApi, type InboxParts } from './api.io.ts'
import { inboxPage, messageList, type Opened, type View, views } from './page.ts'
import { pageScript, pageStyle } from './page-style.ts'
import { parseMessage } from './summary.ts'
import { verdictsOn } from './verdicts.ts'

/**
 * The inbox as a web application: the page at `/`, the API at `/api/v1`. It answers only to names of this machine, so
 * that no page on the web can read it by pointing a name of its own here, and changes nothing for a page of another
 * origin.
 *
 * @param smtpPort where mail comes in, for the page to say so
 * @param anyHost whether it was told to listen to the network, where it has other names
 */
export function inboxApp(parts: InboxParts, smtpPort: () => number, anyHost = false): Hono {
  const { mailbox, faults, lookup } = parts
  const app = new Hono()

  app.use(async (context, next) => {
    const host = hostOf(`http://${context.req.header('host') ?? ''}`)
    const origin = context.req.header('origin')
    const isChange = context.req.method !== 'GET' && context.req.method !== 'HEAD'
    if (!anyHost && !isLoopback(host)) return context.text('not for this name', 403)
    if (isChange && origin !== undefined && hostOf(origin) !== host) return context.text('not from another page', 403)
    await next()
    context.header('X-Content-Type-Options', 'nosniff')
    context.header('Referrer-Policy', 'no-referrer')
    context.header('Cache-Control', 'no-store')
    return undefined
  })
  app.route('/api/v1', inboxApi(parts))

  const opened = async (id: string): Promise<Opened | undefined> => {
    const message = mailbox.find(id)
    const raw = await mailbox.raw(id)
    const email = raw === undefined ? undefined : await parseMessage(raw)
    if (message === undefined || raw === undefined || email === undefined) return undefined
    return { message, raw, email, verdicts: await verdictsOn(raw, email.html, email.text, lookup) }
  }
  const page = async (id: string | undefined, view: View): Promise<string> => {
    const found = id === undefined ? undefined : await opened(id)
    if (found !== undefined) await mailbox.setRead(true, [found.message.id])
    return inboxPage({ messages: mailbox.list(), faults, smtpPort: smtpPort(), view, ...(found === undefined ? {} : { opened: found }) })
  }
  const csp = {
    'Content-Security-Policy': "default-src 'none'; style-src 'self' 'unsafe-inline'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  }
  app.get('/', async (context) => context.html(await page(mailbox.list()[0]?.id, 'html'), 200, csp))
  app.get('/message/:id', async (context) => {
    const wanted = context.req.query('view')
    const view = views.find((name) => name === wanted) ?? 'html'
    const { id } = context.req.param()
    if (mailbox.find(id) === undefined) return context.redirect('/')
    return context.html(await page(id, view), 200, csp)
  })
  app.get('/view/:id', (context) => context.redirect(`/message/${context.req.param('id').replace(/\.(html|txt)$/, '')}`))
  app.get('/list', (context) => context.html(messageList(mailbox.list(), context.req.query('chosen')).html))
  app.get('/inbox.css', (context) => context.body(pageStyle, 200, { 'Content-Type': 'text/css; charset=utf-8' }))
  app.get('/inbox.js', (context) => context.body(pageScript, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  return app
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^\[|\]$/g, '') : ''
}
