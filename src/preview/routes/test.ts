import { randomBytes } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import { GazetteError } from '../../diagnostics/errors.ts'
import { parseAddress } from '../../lib/mail-address.ts'
import type { LateInbox } from '../inbox.ts'
import type { TestFacts, TestOrder, TestRefused, TestSent } from '../protocol-mail.ts'
import type { Session } from '../session.ts'

/** A test goes to a few people; a list is mailed by `gazette send`. */
const most = 10

const orders = z.strictObject({
  issue: z.string().min(1).max(500),
  as: z.string().max(200),
  to: z.array(z.string().max(320)).max(most),
}) satisfies z.ZodType<TestOrder>

/** Sending a test from the page, by the code of `gazette test`. */
export function testRoutes(session: Session, inbox: LateInbox): Hono {
  const app = new Hono()

  app.get('/api/test', async (context) => {
    const [{ testTarget }, { smtpPort }, { newsletter }] = await Promise.all([import('../../app/test-send.io.ts'), inbox.open(), session.shelf()])
    const common = { inbox: `smtp://127.0.0.1:${smtpPort}`, sender: newsletter?.from.address ?? '' }
    try {
      const { name, isInbox } = await testTarget({ root: session.root, variables: process.env, inboxPort: smtpPort })
      return context.json<TestFacts>({ target: name, isInbox, ...common })
    } catch (error) {
      if (!(error instanceof GazetteError)) throw error
      return context.json<TestFacts>({ target: '', isInbox: false, problem: wordsOf(error), ...common })
    }
  })

  app.post('/api/test', async (context) => {
    const asked = orders.safeParse(await context.req.json().catch(() => undefined))
    if (!asked.success) return context.text(`A test goes to the inbox or to at most ${most} addresses.`, 400)
    const { issue, as, to } = asked.data
    for (const address of to) {
      const parsed = parseAddress(address)
      if (!parsed.ok) return context.text(`${address}: the address ${parsed.reason}.`, 400)
    }
    const request = await session.requestFor(issue)
    if (request === undefined) return context.notFound()
    const [{ sendTest }, { smtpPort, mailbox }, fields] = await Promise.all([import('../../app/test-send.io.ts'), inbox.open(), fieldsOf(session, issue, as)])
    const result = await sendTest({
      root: session.root,
      to,
      toInbox: to.length === 0,
      inboxPort: smtpPort,
      now: new Date(),
      random: (bytes) => randomBytes(bytes),
      variables: process.env,
      version: session.version,
      ...(request.issue === undefined ? {} : { issue: request.issue }),
      ...(fields === undefined ? {} : { fields }),
    })
    if (!('messages' in result)) {
      const errors = result.diagnostics.filter(({ severity }) => severity === 'error')
      return context.json<TestRefused>({ problems: errors.map(({ message, file, line }) => (file === undefined ? message : `${file}${line === undefined ? '' : `:${line}`}: ${message}`)) })
    }
    await mailbox.refresh()
    const { subject, target, isInbox } = result
    const messages = result.messages.map(({ to: address, messageId, bytes, reply = '', ok }) => {
      const kept = mailbox.list().find((message) => message.messageId === `<${messageId}>`)
      return { to: address, messageId, bytes, reply, ok, ...(kept === undefined ? {} : { inInbox: kept.id }) }
    })
    return context.json<TestSent>({ subject, target, isInbox, messages })
  })

  app.onError((error, context) => {
    if (error instanceof GazetteError) return context.text(wordsOf(error), 502)
    throw error
  })
  return app
}

/** The fields of the recipient whose message is on the page; none for the newsletter itself, whose fields show their names. */
async function fieldsOf(session: Session, issue: string, key: string): Promise<Record<string, string> | undefined> {
  if (key === 'sample') return undefined
  const good = (await session.snapshot(issue))?.good
  return good === undefined ? undefined : session.recipients.fields(key, good.newsletter, good.stencil)
}

function wordsOf({ diagnostics, message }: GazetteError): string {
  const [first] = diagnostics
  const hint = first?.hint === undefined ? '' : ` (${first.hint})`
  return `${first?.message ?? message}${hint}`
}
