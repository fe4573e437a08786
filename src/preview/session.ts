import { setTimeout as delay } from 'node:timers/promises'
import { type BuildRequest, createMemory } from '../app/build.ts'
import { listIssues, type Shelf } from '../app/issue-list.io.ts'
import { issueSlugs } from '../app/issues.io.ts'
import { requireNewsletter } from '../config/load.io.ts'
import type { Newsletter } from '../config/newsletter.ts'
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.ts'
import { GazetteError } from '../diagnostics/errors.ts'
import { dayOf, isoWeekOf } from '../lib/calendar.ts'
import { personalise, unusableFields } from '../model/personalise.ts'
import { Audience, Latest } from './live.ts'
import { openMessage, type OpenedMessage } from './message.ts'
import type { IssueRow } from './protocol.ts'
import { type ListFile, Recipients } from './recipients.ts'
import { type Good, type Snapshot, takeSnapshot } from './snapshot.ts'

export interface SessionOptions {
  /** The newsletter folder, absolute. */
  root: string
  /** Issue to open first; left out, the newest. */
  issue?: string
  /** List to see the message as somebody of: absolute path, and its name. */
  list?: ListFile
  /** Of Gazette, shown at the foot of the page. */
  version: string
  now: () => Date
  random: (bytes: number) => Uint8Array
  /** Told what keeps an issue from being built, and with an empty list that it is mended. */
  report: (slug: string, breaking: readonly Diagnostic[]) => void
}

/** How many opened messages are kept: the one on the screen, one to compare it with, and the ones before them. */
const keptMessages = 6

/** How long a build that fails is kept back: a file that was read half written is whole by then, and is built anew. Milliseconds. */
const brokenAfter = 100

/** How long a page has to fetch a new message before its findings are placed. Milliseconds. */
const judgeAfter = 120

/** What one run of the preview knows: the latest build of every issue somebody looked at, and who is looking. */
export class Session {
  readonly root: string
  /** Different for every run of the preview. */
  readonly run: string
  readonly audience = new Audience()
  readonly recipients = new Recipients()
  readonly #options: SessionOptions
  readonly #memory = createMemory()
  readonly #snapshots = new Map<string, Latest<Snapshot>>()
  readonly #shelf: Latest<{ shelf: Shelf; newsletter: Newsletter }>
  readonly #messages = new Map<string, Promise<OpenedMessage>>()
  readonly #random: (bytes: number) => Uint8Array
  /** Issues whose problems were told of. */
  readonly #broken = new Set<string>()
  #generation = 0
  #revision = 0

  constructor(options: SessionOptions) {
    this.#options = options
    this.root = options.root
    this.run = Buffer.from(options.random(6)).toString('hex')
    // One nonce for the whole run: the same content then gives the same MJML, and need not be compiled again.
    const nonce = options.random(64)
    this.#random = (bytes) => nonce.subarray(0, bytes)
    this.#shelf = new Latest(
      () => this.#generation,
      async () => {
        const newsletter = await requireNewsletter(this.root)
        return { newsletter, shelf: await listIssues(this.root, newsletter, options.now()) }
      },
    )
  }

  get version(): string {
    return this.#options.version
  }

  get revision(): number {
    return this.#revision
  }

  get list(): SessionOptions['list'] {
    return this.#options.list
  }

  /** The issues and the newsletter; the last ones that could be read when newsletter.yaml cannot be used now. */
  async shelf(): Promise<{ shelf: Shelf; newsletter?: Newsletter }> {
    try {
      return await this.#shelf.get()
    } catch {
      return this.#shelf.last ?? { shelf: { issues: [], broken: [], articles: [] } }
    }
  }

  /** Slug of the issue to show when none is asked for. */
  async current(): Promise<string> {
    const { shelf, newsletter } = await this.shelf()
    const wanted = this.#options.issue?.replace(/^.*\//, '').replace(/\.md$/, '')
    if (wanted !== undefined && this.#isKnown(wanted, shelf)) return wanted
    const newest = shelf.issues[0]?.issue.slug
    // A file that cannot be read has no date; its name tells whether it is the newest.
    const broken = shelf.broken.toSorted().at(-1)
    if (broken !== undefined && (newest === undefined || broken > newest)) return broken
    return newest ?? isoWeekOf(dayOf(this.#options.now(), newsletter?.timezone ?? 'UTC'))
  }

  /**
   * The build of an issue as the files are now.
   *
   * @returns undefined when there is no such issue
   */
  async snapshot(slug: string): Promise<Snapshot | undefined> {
    const known = this.#snapshots.get(slug)
    if (known !== undefined) return known.get()
    const { shelf } = await this.shelf()
    if (!this.#isKnown(slug, shelf) && slug !== (await this.current())) return undefined
    return this.#latest(slug).get()
  }

  #isKnown(slug: string, shelf: Shelf): boolean {
    return shelf.issues.some(({ issue }) => issue.slug === slug) || shelf.broken.includes(slug)
  }

  #latest(slug: string): Latest<Snapshot> {
    const known = this.#snapshots.get(slug)
    if (known !== undefined) return known
    const latest = new Latest<Snapshot>(() => this.#generation, (before) => this.#build(slug, before))
    this.#snapshots.set(slug, latest)
    return latest
  }

  async #build(slug: string, before: Snapshot | undefined): Promise<Snapshot> {
    const revision = ++this.#revision
    const slugs = await issueSlugs(this.root)
    const snapshot = await takeSnapshot(slug, revision, this.#request(slug, slugs.length > 0), before)
    if (this.list !== undefined) await this.recipients.read(this.list, snapshot.good?.stencil).catch((error: unknown) => {
        this.#refuseList(error)
      })
    void this.#report(snapshot)
    void this.#judged(snapshot)
    return snapshot
  }

  #request(slug: string, isKnown: boolean): BuildRequest {
    const { root } = this
    // Without any issue file the build makes a draft up, which has no name to ask for it by.
    return { root, now: this.#options.now(), random: this.#random, memory: this.#memory, ...(isKnown ? { issue: slug } : {}) }
  }

  /**
   * What to build an issue with, for work of another kind than a snapshot.
   *
   * @returns undefined when there is no such issue
   */
  async requestFor(slug: string): Promise<BuildRequest | undefined> {
    const slugs = await issueSlugs(this.root)
    if (slugs.includes(slug)) return this.#request(slug, true)
    return slugs.length === 0 && slug === (await this.current()) ? this.#request(slug, false) : undefined
  }

  /** Tells what keeps an issue from being built, unless that is over at once; and that it is mended, when it was told. */
  async #report({ slug, breaking }: Snapshot): Promise<void> {
    const generation = this.#generation
    if (breaking.length > 0) await delay(brokenAfter)
    if (this.#generation !== generation || (breaking.length === 0 && !this.#broken.has(slug))) return
    if (breaking.length > 0) this.#broken.add(slug)
    else this.#broken.delete(slug)
    this.#options.report(slug, breaking.map(({ diagnostic }) => diagnostic))
  }

  /** A list that cannot be read keeps nobody from looking at the message. */
  #refuseList(error: unknown): void {
    if (!(error instanceof GazetteError)) throw error
    this.#options.report(this.list?.file ?? '', error.diagnostics)
  }

  /** Looks the findings up once the message is on its way, and tells the pages. */
  async #judged(snapshot: Snapshot): Promise<void> {
    const { slug, revision, verdict } = snapshot
    await delay(judgeAfter)
    // A newer build has a verdict of its own.
    if (this.#snapshots.get(slug)?.last?.revision !== revision) return
    await verdict.reached().catch(() => undefined)
    this.audience.tell({ type: 'judged', slug, revision })
  }

  /** Files changed: builds what is being looked at, and tells the pages. */
  async changed(files: string[]): Promise<void> {
    this.#generation++
    this.audience.tell({ type: 'building', files })
    await Promise.all(this.audience.issues().map((slug) => this.#rebuilt(slug, files)))
  }

  async #rebuilt(slug: string, files: string[]): Promise<void> {
    const snapshot = await this.snapshot(slug)
    if (snapshot === undefined) return
    const { revision, took, breaking } = snapshot
    if (breaking.length > 0) {
      const generation = this.#generation
      await delay(brokenAfter)
      // The newer change will be told of.
      if (this.#generation !== generation) return
    }
    this.audience.tell({ type: 'built', slug, revision, files, milliseconds: Math.round(took), problems: breaking.length })
  }

  /**
   * The finished message of one recipient, taken apart again.
   *
   * @param key of `recipients`
   * @returns undefined when there is nobody of that key
   */
  async message(good: Good, key: string): Promise<OpenedMessage | undefined> {
    const fields = this.recipients.fields(key, good.newsletter, good.stencil)
    if (fields === undefined) return undefined
    const id = `${good.issue.slug}\0${good.revision}\0${key}`
    const known = this.#messages.get(id)
    if (known !== undefined) return known
    const breaking = new Set(unusableFields(good.stencil, fields).filter(({ reason }) => reason === 'breaks a header').map(({ field }) => field))
    const usable = Object.fromEntries(Object.entries(fields).filter(([field]) => !breaking.has(field)))
    const opened = openMessage(personalise(good.stencil, usable))
    this.#messages.set(id, opened)
    for (const old of [...this.#messages.keys()].slice(0, -keptMessages)) this.#messages.delete(old)
    return opened
  }

  /** The issues as the list shows them; what was built in this run counts more than what is in out/. */
  async issueRows(): Promise<IssueRow[]> {
    const { shelf } = await this.shelf()
    const rows = shelf.issues.map(({ issue, built, sent }): IssueRow => {
      const snapshot = this.#snapshots.get(issue.slug)?.last
      const good = snapshot?.good
      const subject = good?.issue.subject ?? issue.subject ?? built?.subject
      const bytes = good?.bytes ?? built?.bytes
      return {
        slug: issue.slug,
        date: issue.date,
        state: sent ? 'sent' : stateOf(snapshot, built?.errors),
        ...(issue.number === undefined ? {} : { number: issue.number }),
        ...(subject === undefined ? {} : { subject }),
        ...(bytes === undefined ? {} : { bytes }),
      }
    })
    const broken = shelf.broken.map((slug): IssueRow => ({ slug, date: '', state: 'broken' }))
    if (rows.length + broken.length > 0) return [...broken, ...rows]
    const draft = this.#snapshots.get(await this.current())?.last?.good
    return draft === undefined ? [] : [{ slug: draft.issue.slug, date: draft.issue.date, state: 'draft', subject: draft.issue.subject, bytes: draft.bytes }]
  }
}

function stateOf(snapshot: Snapshot | undefined, errors: number | undefined): IssueRow['state'] {
  if (snapshot !== undefined) {
    const found = [...snapshot.breaking, ...(snapshot.verdict.known ?? [])]
    return hasErrors(found.map(({ diagnostic }) => diagnostic)) ? 'broken' : 'checked'
  }
  if (errors === undefined) return 'draft'
  return errors > 0 ? 'broken' : 'checked'
}
