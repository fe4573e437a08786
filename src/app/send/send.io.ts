import { randomBytes } from 'node:crypto'
import { isAbsolute, relative, resolve } from 'node:path'
import { performance } from 'node:perf_hooks'
import { readSuppressed } from '../../audience/suppressed.io.ts'
import { loadEnvironment } from '../../config/environment.io.ts'
import { requireNewsletter } from '../../config/load.io.ts'
import type { Newsletter } from '../../config/newsletter.ts'
import { longestWait } from '../../deliver/backoff.ts'
import { checkInstallation } from '../../deliver/ledger/installation.io.ts'
import { lockIssue } from '../../deliver/ledger/lock.io.ts'
import { noCounts } from '../../deliver/ledger/states.ts'
import type { IssueRecord, LedgerStore, Reopened } from '../../deliver/ledger/store.ts'
import { transportFor } from '../../deliver/smtp.io.ts'
import { parseTarget, type Target } from '../../deliver/smtp-url.ts'
import { ConnectError, type Transport } from '../../deliver/transport.ts'
import { type Diagnostic, diagnostic, hasErrors } from '../../diagnostics/diagnostic.ts'
import { EnvironmentError, UsageError } from '../../diagnostics/errors.ts'
import { readableDuration } from '../../lib/duration.ts'
import type { ProcessLock } from '../../lib/process-lock.io.ts'
import { builtIssue } from '../built-issue.ts'
import { dkimSigner } from '../dkim.io.ts'
import { postingOf } from '../posting.ts'
import { unsubscribeKeys } from '../unsubscribe-keys.io.ts'
import { type Audience, listHash, readAudience } from './audience.io.ts'
import { contentHash, freeze, type FrozenIssue, thaw } from './frozen.ts'
import { openLedger, stateFolder } from '../ledger.io.ts'
import { placeholders } from './placeholders.io.ts'
import { estimateOf, planCounts, type SendPlan } from './plan.ts'
import { type RunHooks, runPlanned, type SendOutcome } from './run.io.ts'

export interface SendRequest {
  /** The newsletter folder, absolute. */
  root: string
  issue: string
  /** File with the recipients; a relative path counts from the newsletter folder. */
  list: string
  /** Send the message as it was frozen, whatever was edited since. */
  frozen: boolean
  retryFailed: boolean
  inDoubt: 'hold' | 'resend'
  adoptLedger: boolean
  /** Only say what would be sent; nothing is connected to. */
  dryRun: boolean
  /** What the command line sets in the place of newsletter.yaml. */
  settings: Partial<Pick<Newsletter['delivery'], 'rate' | 'domainRate' | 'connections' | 'wait' | 'maxAge'>>
  now: Date
  random: (bytes: number) => Uint8Array
  variables: NodeJS.ProcessEnv
}

/** A send that is ready to go and holds the issue. `close` gives it back. */
export interface PlannedSend {
  plan: SendPlan
  diagnostics: Diagnostic[]
  /** Makes the plan count, and sends. */
  start: (hooks: RunHooks) => Promise<SendOutcome>
  close: () => Promise<void>
}

/**
 * Gets everything ready for a send and finds out what it would do. Nothing counts before `start`.
 *
 * @returns only diagnostics when the issue has errors
 * @throws {UsageError} {EnvironmentError} for whatever keeps the send from starting
 */
export async function planSend(request: SendRequest): Promise<PlannedSend | { plan?: undefined; diagnostics: Diagnostic[] }> {
  const { root, dryRun } = request
  const newsletter = withSettings(await requireNewsletter(root), request.settings)
  const environment = await loadEnvironment(root, request.variables)
  const target = targetOf(environment.smtpUrl)
  const transport = transportFor(target)
  const examples = await placeholders(root, newsletter, target)
  if (examples.length > 0) throw new UsageError(examples)
  const dkim = await dkimSigner(root, newsletter, environment.dkimKey)
  const fresh = request.frozen ? { diagnostics: [] } : await freshIssue(request)
  if (hasErrors(fresh.diagnostics)) return { diagnostics: fresh.diagnostics }
  const ledger = openLedger(root)
  let lock: ProcessLock | undefined
  const close = async (): Promise<void> => {
    await ledger.close()
    lock?.release()
  }
  try {
    const slug = fresh.frozen?.posting.slug ?? (await ledger.issue(request.issue))?.slug
    if (slug === undefined) throw neverSent(request.issue)
    lock = lockIssue(stateFolder(root), slug, request.now)
    await checkInstallation(stateFolder(root), ledger, request.adoptLedger)
    const before = await ledger.issue(slug)
    const frozen = frozenIssue(before, fresh.frozen)
    if (before !== undefined) checkAge(before, newsletter.delivery.maxAge, request.now)
    const setup = dryRun ? 0 : await probe(transport)
    await ledger.replaceFileSuppressions(readSuppressed(resolve(root, newsletter.delivery.suppressed), newsletter.delivery.suppressed))
    if (before !== undefined && !dryRun) await takeUp(ledger, before, request.now.getTime())

    const list = { path: resolve(root, request.list), name: listName(root, request.list) }
    const hash = await listHash(list)
    const isSameList = before?.list === list.name && before.listHash === hash
    const reopened = reopenedBy(request)
    const audience = isSameList ? undefined : await readAudience(ledger, slug, list, frozen.stencil, { now: request.now.getTime(), reopened })
    const counts = planCounts(
      before === undefined ? noCounts() : await ledger.counts(before.id),
      audience === undefined ? undefined : withoutRemovals(audience, before, list.name),
      before ?? { refused: 0, duplicates: 0 },
      reopened,
    )
    const { rate, connections } = newsletter.delivery
    const plan: SendPlan = {
      issue: slug,
      subject: frozen.subject,
      target: transport.name,
      list: list.name,
      ...counts,
      size: frozen.stencil.segments.reduce((sum, segment) => sum + segment.length, 0),
      rate,
      connections,
      estimate: estimateOf(counts.toSend, newsletter.delivery, setup),
      isConfirmed: counts.new === 0,
    }
    return {
      plan,
      diagnostics: [...fresh.diagnostics, ...(audience?.diagnostics ?? [])],
      close,
      start: async (hooks) => {
        if (before !== undefined) await reopen(ledger, before, reopened)
        const issue = await confirmed(ledger, frozen, before, audience, { name: list.name, hash })
        const keys = await unsubscribeKeys(root, environment.unsubscribeKey)
        const owner = `${process.pid}-${randomBytes(4).toString('hex')}`
        const failpoint = request.variables.GAZETTE_FAILPOINT
        return runPlanned({ ledger, issue, frozen, transport, delivery: newsletter.delivery, keys, dkim, owner, hooks, failpoint })
      },
    }
  } catch (error) {
    await close()
    throw error
  }
}

function withSettings(newsletter: Newsletter, settings: SendRequest['settings']): Newsletter {
  return { ...newsletter, delivery: { ...newsletter.delivery, ...settings } }
}

function targetOf(url: string | undefined): Target {
  if (url !== undefined) return parseTarget(url)
  const hint = 'set GAZETTE_SMTP_URL or put it into .env; to rehearse with `gazette inbox`: GAZETTE_SMTP_URL=smtp://127.0.0.1:1025'
  throw new UsageError([diagnostic('GZ-D020', 'no mail server is named', { hint })])
}

/** The issue as it is now, built. */
async function freshIssue(request: SendRequest): Promise<{ frozen?: FrozenIssue; diagnostics: Diagnostic[] }> {
  const built = await builtIssue(request)
  if (built.stencil === undefined) return { diagnostics: built.diagnostics }
  const { issue, stencil, newsletter, diagnostics } = built
  return {
    frozen: { subject: issue.subject, stencil, posting: postingOf(newsletter, issue.slug), date: request.now.getTime() },
    diagnostics,
  }
}

/** What is to be sent: what the ledger holds, which must be what the issue still says, or else the issue itself. */
function frozenIssue(before: IssueRecord | undefined, fresh: FrozenIssue | undefined): FrozenIssue {
  if (before === undefined) {
    if (fresh !== undefined) return fresh
    throw new RangeError('there is nothing to send')
  }
  if (fresh !== undefined && contentHash(fresh.stencil) !== before.contentHash) {
    const hint = 'undo the edit; or finish with the message the others got: add --frozen; or send the edited one as another issue'
    throw new UsageError([diagnostic('GZ-D021', `${before.slug} was edited since its send began, and some have the older one`, { hint })])
  }
  return thaw(before.content)
}

function neverSent(issue: string): UsageError {
  return new UsageError([diagnostic('GZ-D026', `nothing of ${issue} has been sent yet, so there is nothing that was frozen`)])
}

function checkAge({ slug, preparedAt }: IssueRecord, maxAge: number, now: Date): void {
  const age = now.getTime() - preparedAt
  if (age <= maxAge) return
  const hint = `when that is what you want: --max-age ${Math.ceil(age / 86_400_000)}d`
  throw new UsageError([diagnostic('GZ-D022', `the send of ${slug} began ${readableDuration(age)} ago`, { hint })])
}

/** Connects once, so that what is wrong with the server shows before anything is confirmed. @returns milliseconds it took */
async function probe(transport: Transport): Promise<number> {
  const started = performance.now()
  try {
    const channel = await transport.open()
    channel.close()
    return performance.now() - started
  } catch (error) {
    if (!(error instanceof ConnectError)) throw error
    const hint = error.isFinal ? 'trying again will not help; nothing was sent' : 'is it running, and is GAZETTE_SMTP_URL right? Nothing was sent'
    throw new EnvironmentError([diagnostic('GZ-D009', `the mail server cannot be used: ${error.message}`, { hint })], { cause: error })
  }
}

/** Sorts out what an earlier run left. Nobody else holds the issue. */
async function takeUp(ledger: LedgerStore, { id }: IssueRecord, now: number): Promise<void> {
  await ledger.recover(id, now, true)
  await ledger.capDeferrals(id, now, longestWait)
}

/** What of an earlier run the author wants to be tried again. */
function reopenedBy({ retryFailed, inDoubt }: SendRequest): Reopened[] {
  return [...(retryFailed ? (['rejected'] as const) : []), ...(inDoubt === 'resend' ? (['in_doubt'] as const) : [])]
}

/** Opens it again. Before an audience is confirmed, which settles those of them who are no longer on the list. */
async function reopen(ledger: LedgerStore, { id, slug }: IssueRecord, reopened: readonly Reopened[]): Promise<void> {
  if (reopened.includes('rejected')) await ledger.retryFailed(id, slug)
  if (reopened.includes('in_doubt')) await ledger.resendDoubtful(id)
}

/** The issue with its audience confirmed; what stands in the ledger already stays as it is. */
async function confirmed(
  ledger: LedgerStore,
  frozen: FrozenIssue,
  before: IssueRecord | undefined,
  audience: Audience | undefined,
  list: { name: string; hash: string },
): Promise<IssueRecord> {
  if (audience === undefined) {
    if (before === undefined) throw new RangeError('there is no audience')
    return before
  }
  const { generation, refused, plan } = audience
  const content = before?.content ?? freeze(frozen)
  const hash = contentHash(frozen.stencil)
  return ledger.confirm(
    frozen.posting.slug,
    { generation, contentHash: hash, content, list: list.name, listHash: list.hash, refused, duplicates: plan.duplicates },
    Date.now(),
  )
}

/** Recipients of another list are not taken off by this one. */
function withoutRemovals(audience: Audience, before: IssueRecord | undefined, name: string): Audience {
  return before === undefined || before.list === name ? audience : { ...audience, plan: { ...audience.plan, removed: 0 } }
}

/** The list relative to the newsletter folder, so that it has one name wherever the command is run. */
function listName(root: string, list: string): string {
  const path = resolve(root, list)
  const inside = relative(root, path)
  return inside.startsWith('..') || isAbsolute(inside) ? path : inside.replaceAll('\\', '/')
}
