import type { IssueView, LiveEvent, Overview } from '../../protocol.ts'
import { issuePath, overviewPath } from '../../protocol-paths.ts'
import { place } from './navigate.ts'
import { createStore } from './store.ts'
import { transport } from './transport.ts'

/** How the page and the server get on. */
export interface Status {
  kind: 'starting' | 'idle' | 'building' | 'lost' | 'export'
  /** Milliseconds of the last build. */
  took?: number
}

export const overview = createStore<Overview | undefined>(undefined)
/** The issue on the page; the last one stays until the next has come. */
export const issue = createStore<IssueView | undefined>(undefined)
export const status = createStore<Status>({ kind: transport.isStatic ? 'export' : 'starting' })
/** The latest thing worth saying aloud and showing for a moment. */
export const notice = createStore<{ text: string; kind: 'done' | 'failed' } | undefined>(undefined)

/** Goes up whenever a build begins: what is asked of the server from then on is answered when it has ended. */
export const builds = createStore(0)

/** Goes up whenever mail came into the test inbox or went from it. */
export const mailChanges = createStore(0)

/** Shows a sentence at the foot of the page for a while, and has screen readers read it. */
export function say(text: string, kind: 'done' | 'failed' = 'done'): void {
  notice.set({ text, kind })
}

/** The issue that was the newest when the page was opened: another that appears does not push it away. */
let opened = ''

/** Slug of the issue that the page shows. */
export function currentIssue(): string {
  return place.get().issue || opened
}

async function loadOverview(): Promise<void> {
  const loaded = await transport.json<Overview>(overviewPath)
  if (!loaded.issues.some((row) => row.slug === opened)) opened = loaded.current
  overview.set(loaded)
}

let asked = 0

async function loadIssue(): Promise<void> {
  const slug = currentIssue()
  if (slug === '') return
  const ticket = ++asked
  const loaded = await transport.json<IssueView>(issuePath(slug, place.get().to))
  // An answer that comes after a newer question is of no use.
  if (ticket !== asked) return
  // Until the new findings are known the old ones are the best there are.
  const before = issue.get()
  issue.set(loaded.judging && before?.slug === loaded.slug ? { ...loaded, findings: before.findings } : loaded)
  if (!transport.isStatic) status.set({ kind: 'idle', took: loaded.took })
}

async function attempt(job: () => Promise<void>): Promise<void> {
  try {
    await job()
  } catch (error) {
    say(error instanceof Error ? error.message : String(error), 'failed')
  }
}

/** Fetches all there is, then follows the server and the address. */
export async function begin(): Promise<void> {
  await attempt(loadOverview)
  await attempt(loadIssue)
  // The first answer of an issue may know its subject and size.
  if (!transport.isStatic) {
    void attempt(loadOverview)
    listen()
  }
  let before = `${currentIssue()} ${place.get().to}`
  place.follow(() => {
    const now = `${currentIssue()} ${place.get().to}`
    if (now === before) return
    before = now
    void attempt(loadIssue)
    if (!transport.isStatic) listen()
  })
}

let stream: { source: EventSource; slug: string } | undefined
let run: string | undefined

function listen(): void {
  const slug = currentIssue()
  if (stream?.slug === slug) return
  stream?.source.close()
  const source = new EventSource(`/events?issue=${encodeURIComponent(slug)}`)
  stream = { source, slug }
  source.onmessage = (message: MessageEvent<string>) => {
    receive(JSON.parse(message.data) as LiveEvent)
  }
  source.onerror = () => {
    status.set({ kind: 'lost' })
  }
}

function receive(event: LiveEvent): void {
  if (event.type === 'hello') {
    // Everything chosen is in the address, so a new run is best met with a new page.
    if (run !== undefined && run !== event.run) location.reload()
    else if (run !== undefined && status.get().kind === 'lost') void refresh()
    run = event.run
    // The word that they are known may have come before the line was open.
    if (issue.get()?.judging === true) void refresh()
  } else if (event.type === 'building') {
    builds.set(builds.get() + 1)
    status.set({ kind: 'building' })
  } else if (event.type === 'mail') {
    mailChanges.set(mailChanges.get() + 1)
  } else if (event.slug === currentIssue()) {
    void refresh()
  }
}

/** Asks for everything again. */
export async function refresh(): Promise<void> {
  // One after the other, because the message is waited for and the list is not.
  await attempt(loadIssue)
  await attempt(loadOverview)
}
