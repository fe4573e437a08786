import { type Context, Hono } from 'hono'
import type { Access } from '../guard.ts'
import { pictureAddresses } from '../issue-view.ts'
import type { OpenedMessage } from '../message.ts'
import { showPictures } from '../pictures.ts'
import { filePolicy, messagePolicy } from '../policy.ts'
import { onLightScreen } from '../scheme.ts'
import type { Session } from '../session.ts'
import type { Good } from '../snapshot.ts'
import { mayBeSeen } from './seen.ts'

/** The message itself, in the forms the frame and the tabs show. */
export function messageRoutes(session: Session, access: Access): Hono {
  const app = new Hono()
  app.get('/frame/:slug', async (context) => {
    const opened = await open(context, session, access)
    if (opened === undefined) return context.notFound()
    const html = showPictures(onLightScreen(opened.message.html), pictureAddresses(opened.good, opened.message))
    context.header('Content-Security-Policy', messagePolicy(context.req.query('remote') === 'on'))
    context.header('Cache-Control', 'no-store')
    return context.html(html)
  })
  app.get('/source/:slug', async (context) => {
    const opened = await open(context, session, access)
    return opened === undefined ? context.notFound() : plain(context, opened.message.html)
  })
  app.get('/raw/:slug', async (context) => {
    const opened = await open(context, session, access)
    if (opened === undefined) return context.notFound()
    const slug = context.req.param('slug').replaceAll(/[^\w.-]/g, '_')
    if (context.req.query('download') === undefined) return plain(context, opened.message.bytes.toString('latin1'))
    return context.body(new Uint8Array(opened.message.bytes), 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${slug}.eml"`,
      'Content-Security-Policy': filePolicy,
    })
  })
  app.get('/pictures/:slug/part/:id', async (context) => {
    const opened = await open(context, session, access)
    return picture(context, opened?.message.pictures.get(context.req.param('id')))
  })
  app.get('/pictures/:slug/file/:name', async (context) => {
    const snapshot = await session.snapshot(context.req.param('slug'))
    return picture(context, snapshot?.good?.assets.find((asset) => asset.name === context.req.param('name')))
  })
  return app
}

async function open(context: Context, session: Session, access: Access): Promise<{ message: OpenedMessage; good: Good } | undefined> {
  const to = context.req.query('to') ?? 'sample'
  if (!mayBeSeen(to, access)) return undefined
  const good = (await session.snapshot(context.req.param('slug') ?? ''))?.good
  if (good === undefined) return undefined
  const message = await session.message(good, to)
  return message === undefined ? undefined : { message, good }
}

function plain(context: Context, text: string): Response {
  return context.body(text, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': filePolicy, 'Cache-Control': 'no-store' })
}

function picture(context: Context, found: { type: string; bytes: Uint8Array } | undefined): Response | Promise<Response> {
  if (found === undefined || !/^image\/[\w.+-]+$/.test(found.type)) return context.notFound()
  return context.body(new Uint8Array(found.bytes), 200, { 'Content-Type': found.type, 'Content-Security-Policy': filePolicy, 'Cache-Control': 'private, max-age=600' })
}
