import { type Context, Hono } from 'hono'
import type { Access } from '../guard.ts'
import { frameHtml, framingOf } from '../frame-html.ts'
import { versionOf } from '../message.ts'
import { filePolicy, messagePolicy } from '../policy.ts'
import { versionHeader } from '../protocol-paths.ts'
import type { Session } from '../session.ts'
import { openAs } from './open-as.ts'

/** The message itself, in the forms the frame and the tabs show. */
export function messageRoutes(session: Session, access: Access): Hono {
  const app = new Hono()
  app.get('/frame/:slug', async (context) => {
    const found = await opened(context, session, access)
    if (found === undefined) return context.notFound()
    const html = frameHtml(found.good, found.message, framingOf((name) => context.req.query(name)))
    context.header('Content-Security-Policy', messagePolicy(context.req.query('remote') === 'on'))
    context.header('Cache-Control', 'no-store')
    context.header(versionHeader, versionOf(found.good, found.message))
    return context.html(html)
  })
  app.get('/source/:slug', async (context) => {
    const found = await opened(context, session, access)
    return found === undefined ? context.notFound() : plain(context, found.message.html)
  })
  app.get('/raw/:slug', async (context) => {
    const found = await opened(context, session, access)
    if (found === undefined) return context.notFound()
    const slug = context.req.param('slug').replaceAll(/[^\w.-]/g, '_')
    if (context.req.query('download') === undefined) return plain(context, found.message.bytes.toString('latin1'))
    return context.body(new Uint8Array(found.message.bytes), 200, {
      'Content-Type': 'message/rfc822',
      'Content-Disposition': `attachment; filename="${slug}.eml"`,
      'Content-Security-Policy': filePolicy,
    })
  })
  app.get('/pictures/:slug/part/:id', async (context) => {
    const found = await opened(context, session, access)
    return picture(context, found?.message.pictures.get(context.req.param('id')))
  })
  app.get('/pictures/:slug/file/:name', async (context) => {
    const snapshot = await session.snapshot(context.req.param('slug'))
    return picture(context, snapshot?.good?.assets.find((asset) => asset.name === context.req.param('name')))
  })
  return app
}

function opened(context: Context, session: Session, access: Access): ReturnType<typeof openAs> {
  return openAs(session, access, context.req.param('slug') ?? '', context.req.query('to'))
}

function plain(context: Context, text: string): Response {
  return context.body(text, 200, { 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': filePolicy, 'Cache-Control': 'no-store' })
}

function picture(context: Context, found: { type: string; bytes: Uint8Array } | undefined): Response | Promise<Response> {
  if (found === undefined || !/^image\/[\w.+-]+$/.test(found.type)) return context.notFound()
  return context.body(new Uint8Array(found.bytes), 200, { 'Content-Type': found.type, 'Content-Security-Policy': filePolicy, 'Cache-Control': 'private, max-age=600' })
}
