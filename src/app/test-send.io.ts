import { join } from 'node:path'
import { loadEnvironment } from '../config/environment.io.ts'
import { readList } from '../audience/list.io.ts'
import { writeEml } from '../deliver/eml.io.ts'
import { transportFor } from '../deliver/smtp.io.ts'
import { isLoopback, parseTarget, targetName, type Target } from '../deliver/smtp-url.ts'
import { withSubjectMark } from '../deliver/test-mark.ts'
import { ConnectError, type Outcome, type Transport } from '../deliver/transport.ts'
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.ts'
import { EnvironmentError, UsageError } from '../diagnostics/errors.ts'
import { type MailAddress, parseAddress } from '../lib/mail-address.ts'
import type { FieldNeed } from '../model/recipient.ts'
import type { RecipientFields } from '../model/stencil.ts'
import { builtIssue } from './built-issue.ts'
import { dkimSigner } from './dkim.io.ts'
import { inboxPorts, openInbox } from './inbox.io.ts'
import { fieldNeeds, makeMessage, type MessageMaker } from './message-maker.ts'
import { postingOf } from './posting.ts'
import { rememberTest } from './test-record.io.ts'
import { unsubscribeKeys } from './unsubscribe-keys.io.ts'

export interface TestRequest {
  /** The newsletter folder, absolute. */
  root: string
  /** Slug; left out, the newest. */
  issue?: string
  /** Who gets it; none means the sender of the newsletter. */
  to: readonly string[]
  /** `file.csv:7`: as the recipient in that line of a list would get it. */
  as?: string
  /** Folder to write .eml files into, instead of sending. */
  dir?: string
  /** The fields of its reader, in place of a row of a list. */
  fields?: RecipientFields
  /** Send to the test inbox although GAZETTE_SMTP_URL names a server. */
  toInbox?: boolean
  /** Port of the test inbox, when it is not the usual one. */
  inboxPort?: number
  now: Date
  random: (bytes: number) => Uint8Array
  variables: NodeJS.ProcessEnv
  version: string
}

export interface SentTest {
  to: string
  messageId: string
  bytes: number
  /** What the server answered, or the file that was written. */
  reply?: string
  file?: string
  ok: boolean
}

export interface TestResult {
  issue: string
  subject: string
  target: string
  messages: SentTest[]
  /** Whether the inbox had to be started for this. */
  startedInbox: boolean
  isInbox: boolean
  diagnostics: Diagnostic[]
}

/**
 * Sends an issue to a few people as a test: the bytes that a send would use, but for a mark before the subject.
 *
 * @returns only diagnostics when the issue has errors
 * @throws {EnvironmentError} when the server cannot be reached
 */
export async function sendTest(request: TestRequest): Promise<TestResult | { diagnostics: Diagnostic[] }> {
  const { root, now } = request
  const built = await builtIssue(request)
  if (built.stencil === undefined) return { diagnostics: built.diagnostics }
  const { newsletter, issue } = built
  const environment = await loadEnvironment(root, request.variables)
  const mark = `[Test ${clockTime(now)}]`
  const maker: MessageMaker = {
    stencil: withSubjectMark(built.stencil, mark),
    posting: postingOf(newsletter, issue.slug),
    keys: await unsubscribeKeys(root, environment.unsubscribeKey),
    dkim: await dkimSigner(root, newsletter, environment.dkimKey),
    date: now,
  }
  const target = targetOf(request, environment.smtpUrl)
  const letters = await lettersFor(request, fieldNeeds(maker.stencil), newsletter.from.address, target)
  const messages = await Promise.all(
    letters.map(async ({ address, fields }, index) => {
      const messageId = `test.${now.getTime().toString(36)}.${index + 1}@${maker.posting.domain}`
      return { ...(await makeMessage(maker, { address: fields['email'] ?? address, fields, messageId })), address, messageId }
    }),
  )
  const base = { issue: issue.slug, subject: `${mark} ${issue.subject}`, diagnostics: built.diagnostics }

  if (request.dir !== undefined) {
    const { dir } = request
    const written = messages.map(async ({ address, message, messageId }) => {
      const file = await writeEml(join(root, dir), `${issue.slug}-${address}`, message)
      return { to: address, messageId, bytes: message.length, file, ok: true }
    })
    return { ...base, target: dir, messages: await Promise.all(written), startedInbox: false, isInbox: false }
  }

  const { transport, close } = await reachable(request, target)
  try {
    const channel = await transport.open()
    const sent: SentTest[] = []
    for (const { address, envelope, message, messageId } of messages) {
      const outcome = await channel.deliver({ ...envelope, to: address }, message, () => Promise.resolve(true))
      sent.push({ to: address, messageId, bytes: message.length, ...resultOf(outcome) })
    }
    channel.close()
    if (sent.some(({ ok }) => ok)) await rememberTest(root, issue.slug, now)
    return { ...base, target: targetName(target), messages: sent, startedInbox: close !== undefined, isInbox: isInbox(target, request) }
  } catch (error) {
    throw error instanceof ConnectError ? unreachable(error) : error
  } finally {
    await close?.()
  }
}

function clockTime(date: Date): string {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':')
}

type Inbound = Pick<TestRequest, 'toInbox' | 'inboxPort'>

function targetOf({ toInbox = false, inboxPort = inboxPorts.smtp }: Inbound, url: string | undefined): Target {
  const inbox = `smtp://127.0.0.1:${inboxPort}`
  return parseTarget(toInbox ? inbox : (url ?? inbox))
}

function isInbox(target: Target, { inboxPort = inboxPorts.smtp }: Inbound): boolean {
  return target.kind === 'smtp' && isLoopback(target.host) && target.port === inboxPort
}

/**
 * Where a test would go.
 *
 * @throws {UsageError} when GAZETTE_SMTP_URL is not a mail server
 */
export async function testTarget(request: Pick<TestRequest, 'root' | 'variables'> & Inbound): Promise<{ name: string; isInbox: boolean }> {
  const { smtpUrl } = await loadEnvironment(request.root, request.variables)
  const target = targetOf(request, smtpUrl)
  return { name: targetName(target), isInbox: isInbox(target, request) }
}

/** Somebody who gets the test, and the fields that fill its slots. */
interface TestLetter {
  address: string
  fields: RecipientFields
}

async function lettersFor(request: TestRequest, needs: readonly FieldNeed[], sender: string, target: Target): Promise<TestLetter[]> {
  // A slot that nothing fills shows its name, so that it is seen.
  const placeholders = Object.fromEntries(needs.filter(({ required }) => required).map(({ field }) => [field, `[${field}]`]))
  const row = request.fields ?? (request.as === undefined ? undefined : await listRow(request.root, request.as, needs))
  if (row !== undefined && request.to.length === 0) {
    const staysHere = request.dir !== undefined || (target.kind === 'smtp' && isLoopback(target.host))
    if (!staysHere) {
      const hint = 'the row is a real recipient, and the mail would leave this machine'
      throw new UsageError([diagnostic('GZ-U004', '--as needs --to when GAZETTE_SMTP_URL is not this machine', { hint })])
    }
    return [{ address: row['email'] ?? sender, fields: { ...placeholders, ...row } }]
  }
  const to = request.to.length === 0 ? [sender] : request.to
  return to.map((text) => {
    const { address } = addressOption(text)
    return { address, fields: { ...placeholders, ...row } }
  })
}

function addressOption(text: string): MailAddress {
  const parsed = parseAddress(text)
  if (parsed.ok) return parsed.value
  throw new UsageError([diagnostic('GZ-U004', `--to ${text}: the address ${parsed.reason}`)])
}

async function listRow(root: string, as: string, needs: readonly FieldNeed[]): Promise<RecipientFields> {
  const [, file, number] = /^(.+):(\d+)$/.exec(as) ?? []
  if (file === undefined) throw new UsageError([diagnostic('GZ-U004', `--as takes a list and a line, such as people.csv:2, not ${as}`)])
  const line = Number(number)
  for await (const batch of readList(join(root, file), file, needs, () => undefined)) {
    const found = batch.recipients.find((recipient) => recipient.line === line)
    if (found !== undefined) return { ...found.fields, email: found.address.address }
  }
  throw new UsageError([diagnostic('GZ-U004', `${file} has no recipient in line ${line}`, { hint: 'the header is line 1' })])
}

/** The way to the target; when it is the inbox and nothing listens there, the inbox is started for as long as this takes. */
async function reachable(request: TestRequest, target: Target): Promise<{ transport: Transport; close?: () => Promise<void> }> {
  const { root, version, inboxPort = inboxPorts.smtp } = request
  const transport = transportFor(target)
  if (!isInbox(target, request)) return { transport }
  try {
    const channel = await transport.open()
    channel.close()
    return { transport }
  } catch (error) {
    if (!(error instanceof ConnectError) || !error.message.includes('ECONNREFUSED')) throw error
    const inbox = await openInbox({ root, host: '127.0.0.1', smtpPort: inboxPort, faults: [], version })
    return { transport, close: inbox.close }
  }
}

function resultOf(outcome: Outcome): { reply: string; ok: boolean } {
  switch (outcome.kind) {
    case 'reply':
      return { reply: `${outcome.code} ${outcome.text}`, ok: outcome.stage === 'message' && outcome.code < 300 }
    case 'lost':
    case 'unsupported':
      return { reply: outcome.detail, ok: false }
    case 'withheld':
      return { reply: 'not sent', ok: false }
  }
}

function unreachable(error: ConnectError): EnvironmentError {
  const hint = error.isFinal ? 'trying again will not help' : 'is it running, and is GAZETTE_SMTP_URL right?'
  return new EnvironmentError([diagnostic('GZ-D009', `the mail server cannot be used: ${error.message}`, { hint })], { cause: error })
}
