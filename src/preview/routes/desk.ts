import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { applyEdit, filesOf } from '../../app/desk/edits.ts'
import { Journal } from '../../app/desk/journal.io.ts'
import { measureBlurb, openDesk, type OpenDesk } from '../../app/desk/open.ts'
import { Refusal } from '../../app/desk/refusal.ts'
import { storyText } from '../../app/desk/story.ts'
import { noFile, readSource } from '../../app/desk/source.io.ts'
import type { DeskEdit } from '../../model/desk.ts'
import { deskView } from '../desk-view.ts'
import type { EditRequest, Measured, StoryText } from '../protocol-desk.ts'
import type { Session } from '../session.ts'

const story = z.string().min(1).max(500)
/** Far longer than any line of an issue; whatever is longer was pasted by mistake. */
const text = z.string().max(5000)

const edits = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('place'), story, section: z.string().max(500), index: z.int().min(0).max(10_000) }),
  z.strictObject({ kind: z.literal('drop'), story }),
  z.strictObject({ kind: z.literal('feature'), story, on: z.boolean() }),
  z.strictObject({ kind: z.literal('blurb'), story, text }),
  z.strictObject({ kind: z.literal('title'), story, text }),
  z.strictObject({ kind: z.literal('subject'), text }),
  z.strictObject({ kind: z.literal('preheader'), text }),
]) satisfies z.ZodType<DeskEdit>

const requests = z.strictObject({ edit: edits, seen: z.record(z.string().max(1000), z.string().max(100)) }) satisfies z.ZodType<EditRequest>
const turns = z.strictObject({ issue: z.string().max(500) })
const measures = z.strictObject({ text, lang: z.string().max(40).optional() })

const statuses = { changed: 409, impossible: 422, unknown: 404 } as const

/** Editing an issue: what the desk shows, what it writes, and taking that back. Nothing here is told a path. */
export function deskRoutes(session: Session): Hono {
  const app = new Hono()
  const journal = new Journal(session.root)
  const view = async (desk: OpenDesk | undefined, context: Context): Promise<Response> =>
    desk === undefined ? context.notFound() : context.json(await deskView(session.root, desk, journal))

  app.get('/api/desk/:slug', async (context) => view(await open(session, context.req.param('slug')), context))

  app.get('/api/desk/:slug/story/:story', async (context) => {
    const desk = await open(session, context.req.param('slug'))
    return desk === undefined ? context.notFound() : context.json<StoryText>(storyText(desk, context.req.param('story')))
  })

  app.post('/api/desk/:slug/edit', async (context) => {
    const asked = requests.safeParse(await context.req.json().catch(() => undefined))
    if (!asked.success) return context.text('This is not an edit that the desk knows.', 400)
    const { edit, seen } = asked.data
    const slug = context.req.param('slug')
    return journal.alone(async () => {
      const desk = await open(session, slug)
      if (desk === undefined) return context.notFound()
      const files = filesOf(edit, desk)
      const sources = await Promise.all(files.map(async (file) => [file, await readSource(session.root, file)] as const))
      const texts = new Map(sources.flatMap(([file, source]) => (source === undefined ? [] : [[file, source.text]])))
      const known = new Map(Object.entries(seen))
      const changed = sources.find(([file, source]) => (source?.hash ?? noFile) !== known.get(file))
      if (changed !== undefined) throw Journal.changed(changed[0])
      const { label, changes } = applyEdit(edit, desk, texts)
      await journal.make(label, changes, known)
      return view(await open(session, slug), context)
    })
  })

  for (const direction of ['undo', 'redo'] as const) {
    app.post(`/api/desk-${direction}`, async (context) => {
      const asked = turns.safeParse(await context.req.json().catch(() => undefined))
      if (!asked.success) return context.text('An issue to show is asked for.', 400)
      await journal[direction]()
      return view(await open(session, asked.data.issue), context)
    })
  }

  app.post('/api/desk-measure', async (context) => {
    const asked = measures.safeParse(await context.req.json().catch(() => undefined))
    if (!asked.success) return context.text('A text is asked for.', 400)
    const { newsletter } = await session.shelf()
    const measured: Measured = measureBlurb(asked.data.text, asked.data.lang ?? newsletter?.lang ?? 'en')
    return context.json(measured)
  })

  app.onError((error, context) => {
    if (error instanceof Refusal) return context.text(error.message, statuses[error.reason])
    throw error
  })
  return app
}

/** The desk of an issue that is on the page's list; undefined when there is no such issue. */
async function open(session: Session, slug: string): Promise<OpenDesk | undefined> {
  const request = await session.requestFor(slug)
  return request === undefined ? undefined : openDesk(request)
}
