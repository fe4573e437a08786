import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { LiveEvent } from '../protocol.ts'
import type { Session } from '../session.ts'

/** A comment is sent as often as this, so that no one in between takes the line for dead. Milliseconds. */
const heartbeat = 25_000

/** The stream that tells a page what happened to the files. */
export function eventRoutes(session: Session): Hono {
  const app = new Hono()
  app.get('/events', (context) => {
    context.header('X-Accel-Buffering', 'no')
    return streamSSE(context, async (stream) => {
      const send = (event: LiveEvent): void => void stream.writeSSE({ data: JSON.stringify(event) })
      const leave = session.audience.join(send, context.req.query('issue'))
      const beat = setInterval(() => void stream.write(': still here\n\n'), heartbeat)
      const ended = new Promise<void>((resolve) => {
        stream.onAbort(resolve)
      })
      send({ type: 'hello', run: session.run, revision: session.revision })
      await ended
      clearInterval(beat)
      leave()
    })
  })
  return app
}
