import type { Workspace } from '../model/personalise.ts'
import { CircuitBreaker } from './circuit-breaker.ts'
import { decide, type Decision } from './decision.ts'
import { GroupCommit } from './group-commit.ts'
import type { Claimed, IssueRecord, LedgerStore, Result } from './ledger/store.ts'
import { type Limits, Pacing, providerOf } from './pacing.ts'
import { SendQueue } from './send-queue.ts'
import { type Channel, ConnectError, type Envelope, type Transport } from './transport.ts'

/** A message ready to go. */
export interface PreparedMessage {
  envelope: Envelope
  message: Buffer
}

/** Time, as a send sees it. */
export interface Clock {
  /** Milliseconds since 1970, by the clock on the wall, which people may set. */
  now: () => number
  /** Milliseconds of a clock that never goes back. */
  monotonic: () => number
  sleep: (ms: number) => Promise<void>
}

export interface SendSettings extends Limits {
  connections: number
  messagesPerConnection: number
  /** How long a server may be gone, in milliseconds, before the send gives up. */
  patience: number
  /** How long to wait, when nothing else is left, for recipients that were put off. */
  wait: number
}

/** What happens during a send, in the order in which it happens. */
export type SendEvent =
  | { kind: 'delivery'; claimed: Claimed; result: Result }
  | { kind: 'server-gone'; detail: string; retryIn: number }
  | { kind: 'server-back' }
  | { kind: 'waiting'; until: number }

/** Why a send ended before its list did. */
export type Stop =
  | { kind: 'drained' }
  | { kind: 'server-gone'; detail: string }
  | { kind: 'connection-refused'; detail: string }
  | { kind: 'refused'; result: Result }
  | { kind: 'failed'; error: unknown }

export interface SendJob {
  ledger: LedgerStore
  issue: IssueRecord
  transport: Transport
  settings: SendSettings
  /** Makes a recipient's message, in memory that is free again when the message has been answered. What it throws ends the send. */
  prepare: (claimed: Claimed, workspace: Workspace) => Promise<PreparedMessage>
  clock: Clock
  /** From 0 to 1. */
  random: () => number
  onEvent: (event: SendEvent) => void
  /** Aborted: finish what is under way, begin nothing. */
  drain: AbortSignal
  /** Aborted: hang up. */
  abort: AbortSignal
  /** Name of this process in the ledger. */
  owner: string
}

const leaseMs = 60_000
const claimSize = 200
/** Claimed recipients that wait for their domain's turn; beyond it no others are looked for. */
const largestQueue = 2000
/**
 * So often those in hand are held against the suppressions, in milliseconds. The mark does so in any case, but costs a
 * connection when it finds somebody; this leaves it those few who left within the last moment.
 */
const leaversEvery = 1000
/** Refusals in a row, nothing accepted in between, that show the trouble to be ours. */
const refusalsInARow = { sender: 3, content: 20 }
const longestSleep = 250
const abortGrace = 1000

/**
 * Sends what is due of an issue. Nothing here remembers anything that matters: the ledger does.
 *
 * @returns why it stopped early; undefined when nothing is left that is due
 */
export async function runSend(job: SendJob): Promise<Stop | undefined> {
  const engine = new Engine(job)
  return engine.run()
}

class Engine {
  readonly #job: SendJob
  readonly #commit: GroupCommit
  readonly #pacing: Pacing
  readonly #breaker: CircuitBreaker
  readonly #queue = new SendQueue()
  readonly #channels = new Set<Channel>()
  #inFlight = 0
  #refill: Promise<boolean> | undefined
  #idleSince: number | undefined
  #lookedForLeavers: number
  #stop: Stop | undefined
  #inARow = { sender: 0, content: 0 }

  constructor(job: SendJob) {
    this.#job = job
    const { ledger, issue, settings, clock } = job
    this.#commit = new GroupCommit((results, marks) => ledger.commit(issue.id, results, marks, clock.now()), {
      connections: settings.connections,
      now: clock.monotonic,
    })
    this.#pacing = new Pacing(settings, clock.monotonic())
    this.#breaker = new CircuitBreaker(settings.patience)
    this.#lookedForLeavers = clock.monotonic()
  }

  async run(): Promise<Stop | undefined> {
    const { ledger, issue, owner, settings, clock, drain, abort } = this.#job
    const hungUp = new Promise<void>((resolve) => {
      abort.addEventListener('abort', () => {
        this.#end({ kind: 'drained' })
        for (const channel of this.#channels) channel.destroy()
        // Long enough for what was under way to be recorded; who is still connecting has sent nothing.
        void clock.sleep(abortGrace).then(resolve)
      })
    })
    const renewal = setInterval(() => {
      ledger.renew(issue.id, owner, clock.now() + leaseMs).catch((error: unknown) => {
        this.#end({ kind: 'failed', error })
      })
    }, leaseMs / 3)
    try {
      await Promise.race([Promise.all(Array.from({ length: settings.connections }, () => this.#work())), hungUp])
      if (drain.aborted) this.#end({ kind: 'drained' })
    } finally {
      clearInterval(renewal)
      await this.#wrapUp()
    }
    return this.#stop
  }

  /** Writes what is not written yet and gives back what was not begun. */
  async #wrapUp(): Promise<void> {
    try {
      await this.#commit.flush()
      await this.#job.ledger.release(this.#job.issue.id, this.#job.owner)
    } catch (error) {
      this.#end({ kind: 'failed', error })
    }
  }

  /** The first reason stays. */
  #end(stop: Stop): void {
    this.#stop ??= stop
  }

  get #isStopping(): boolean {
    return this.#stop !== undefined || this.#job.drain.aborted
  }

  /** One connection after the other, one message after the other. */
  async #work(): Promise<void> {
    const { messagesPerConnection } = this.#job.settings
    const workspace: Workspace = { bytes: Buffer.alloc(0) }
    let channel: Channel | undefined
    let messages = 0
    try {
      for (let item = await this.#next(); item !== undefined; item = await this.#next()) {
        try {
          if (channel === undefined || messages >= messagesPerConnection || !channel.isUsable()) {
            channel = await this.#reconnect(channel)
            messages = 0
          }
          if (channel === undefined) {
            this.#queue.putBack(item)
            return
          }
          messages++
          await this.#send(channel, item, workspace)
        } finally {
          this.#inFlight--
        }
      }
    } catch (error) {
      this.#end({ kind: 'failed', error })
    } finally {
      this.#close(channel)
    }
  }

  #close(channel: Channel | undefined): void {
    if (channel === undefined) return
    channel.close()
    this.#channels.delete(channel)
  }

  /** Opens a connection in the place of another, patiently. @returns undefined when the send is to stop */
  async #reconnect(before: Channel | undefined): Promise<Channel | undefined> {
    this.#close(before)
    const { transport, clock } = this.#job
    while (!this.#isStopping) {
      const wait = this.#breaker.waitBefore(clock.monotonic())
      if (wait > 0) {
        await clock.sleep(Math.min(wait, longestSleep))
        continue
      }
      try {
        const channel = await transport.open()
        this.#channels.add(channel)
        this.#breaker.connected()
        return channel
      } catch (error) {
        if (!(error instanceof ConnectError)) throw error
        if (error.isFinal) this.#end({ kind: 'connection-refused', detail: error.message })
        else this.#serverFailed(error.message)
      }
    }
    return undefined
  }

  #serverFailed(detail: string): void {
    const now = this.#job.clock.monotonic()
    const retryIn = this.#breaker.fail(now)
    if (this.#breaker.hasGivenUp(now)) this.#end({ kind: 'server-gone', detail })
    else this.#job.onEvent({ kind: 'server-gone', detail, retryIn })
  }

  async #send(channel: Channel, claimed: Claimed, workspace: Workspace): Promise<void> {
    const { clock, random, onEvent } = this.#job
    const { envelope, message } = await this.#job.prepare(claimed, workspace)
    const { recipientId, fence, attempts } = claimed
    const outcome = await channel.deliver(envelope, message, () => this.#mayGo({ recipientId, fence, attempts: attempts + 1 }))
    // Unanswered, the bytes may still be on their way out of this process.
    if (outcome.kind !== 'reply') workspace.bytes = Buffer.alloc(0)
    const decision = decide(outcome, claimed, clock.now(), random())
    if (decision === undefined) return
    this.#commit.settle(decision.result)
    onEvent({ kind: 'delivery', claimed, result: decision.result })
    await this.#draw(decision, claimed)
  }

  /** Whether the end of a message may leave: never before the mark is on disk, when the disk failed, or to who has left. */
  async #mayGo(mark: { recipientId: number; fence: number; attempts: number }): Promise<boolean> {
    if (this.#job.abort.aborted) return false
    try {
      return await this.#commit.mark(mark)
    } catch (error) {
      this.#end({ kind: 'failed', error })
      return false
    }
  }

  /** Draws the consequences that go beyond one recipient. */
  async #draw({ result, slow, suppress, trouble }: Decision, claimed: Claimed): Promise<void> {
    const { ledger, issue, clock, onEvent } = this.#job
    if (trouble === 'connection') this.#serverFailed(result.reply)
    else if (this.#breaker.succeed()) onEvent({ kind: 'server-back' })
    if (slow) this.#pacing.slowDown(providerOf(claimed.address), clock.monotonic())
    if (result.state === 'accepted') this.#inARow = { sender: 0, content: 0 }
    if (trouble === 'sender' || (trouble === 'content' && result.state === 'rejected')) {
      this.#inARow[trouble]++
      if (this.#inARow[trouble] >= refusalsInARow[trouble]) this.#end({ kind: 'refused', result })
    }
    if (suppress) {
      const key = claimed.address.toLowerCase()
      await ledger.suppress([{ key, reason: 'bounce', issue: issue.slug, source: 'reply', at: clock.now() }])
    }
  }

  /** The next recipient that may be sent to now; undefined when there is none any more, or the send is to stop. */
  async #next(): Promise<Claimed | undefined> {
    const { clock } = this.#job
    while (!this.#isStopping) {
      const now = clock.monotonic()
      if (now - this.#lookedForLeavers >= leaversEvery) await this.#dropLeavers(now)
      const wait = this.#pacing.takeAny(now)
      if (wait > 0) {
        await clock.sleep(Math.min(wait, longestSleep))
        continue
      }
      const next = this.#queue.next(now, this.#pacing)
      if (next.kind === 'item') {
        this.#inFlight++
        return next.item
      }
      this.#pacing.giveBack()
      if (this.#queue.size < largestQueue && (await this.#claimMore())) continue
      if (next.kind === 'wait') await clock.sleep(Math.min(next.ms, longestSleep))
      else if (!(await this.#waitForDue())) return undefined
    }
    return undefined
  }

  /** Lets go of those who wait in hand and were suppressed since they were claimed. */
  async #dropLeavers(now: number): Promise<void> {
    const { ledger, issue, owner, clock } = this.#job
    this.#lookedForLeavers = now
    if (this.#queue.size > 0) this.#queue.remove(await ledger.leaveOut(issue.id, owner, this.#queue.ids(), clock.now()))
  }

  /** @returns whether there is more to send; one claim serves all connections that ask for it meanwhile */
  #claimMore(): Promise<boolean> {
    this.#refill ??= this.#claim().finally(() => {
      this.#refill = undefined
    })
    return this.#refill
  }

  async #claim(): Promise<boolean> {
    const { ledger, issue, owner, clock } = this.#job
    const now = clock.now()
    const claimed = await ledger.claim(issue.id, { owner, until: now + leaseMs, limit: claimSize, now })
    this.#queue.add(claimed)
    return claimed.length > 0
  }

  /** Sleeps until something may be due. @returns false when nothing will be that is worth waiting for */
  async #waitForDue(): Promise<boolean> {
    const { ledger, issue, clock, settings, onEvent } = this.#job
    const due = await ledger.nextDue(issue.id)
    // What is under way may yet be put off and come back.
    if (this.#inFlight > 0) {
      await clock.sleep(20)
      return true
    }
    if (due === undefined) return false
    const isFirst = this.#idleSince === undefined
    this.#idleSince ??= clock.monotonic()
    const left = settings.wait - (clock.monotonic() - this.#idleSince)
    const wait = due - clock.now()
    if (wait > left) return false
    if (isFirst) onEvent({ kind: 'waiting', until: due })
    await clock.sleep(Math.max(1, Math.min(wait, longestSleep)))
    return true
  }
}
