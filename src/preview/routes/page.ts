import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Hono } from 'hono'
import type { Access } from '../guard.ts'
import { pageHtml } from '../page.ts'
import { pagePolicy } from '../policy.ts'
import type { Session } from '../session.ts'

/** Files of the built page; nothing else is ever read from its folder. */
const files: Readonly<Record<string, string>> = {
  'app.js': 'text/javascript; charset=utf-8',
  'app.css': 'text/css; charset=utf-8',
}

/** The page and the two files it is drawn with. */
export function pageRoutes(session: Session, access: Access, ui: string): Hono {
  const app = new Hono()
  app.get('/', async (context) => {
    const { newsletter } = await session.shelf()
    const name = newsletter?.name ?? 'Gazette'
    context.header('Content-Security-Policy', pagePolicy)
    context.header('Cache-Control', 'no-store')
    return context.html(pageHtml({ title: `${name} · preview`, token: access.readOnly ? '' : access.token }))
  })
  app.get('/ui/:name', async (context) => {
    const name = context.req.param('name')
    const type = Object.hasOwn(files, name) ? files[name] : undefined
    if (type === undefined) return context.notFound()
    const content = await readFile(join(ui, name))
    return context.body(content, 200, { 'Content-Type': type, 'Cache-Control': 'no-cache' })
  })
  return app
}
