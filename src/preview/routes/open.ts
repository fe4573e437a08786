import { join } from 'node:path'
import { Hono } from 'hono'
import { z } from 'zod'
import { knownFiles } from '../files.ts'
import { openEditor } from '../open-editor.ts'
import type { Session } from '../session.ts'

const place = z.strictObject({ file: z.string(), line: z.int().positive().optional(), column: z.int().positive().optional() })

/** Opens a file of the newsletter in the editor's own program. */
export function openRoutes(session: Session): Hono {
  const app = new Hono()
  app.post('/api/open', async (context) => {
    const asked = place.safeParse(await context.req.json().catch(() => undefined))
    if (!asked.success) return context.text('A file is asked for with its path and line.', 400)
    const { file, line, column } = asked.data
    if (!(await knownFiles(session.root)).has(file)) return context.text(`${file} is not a file of this newsletter.`, 404)
    const opened = await openEditor(join(session.root, file), line ?? 1, column ?? 1, process.env)
    return context.json(opened)
  })
  return app
}
