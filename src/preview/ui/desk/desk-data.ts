import type { DeskEdit } from '../../../model/desk.ts'
import type { Desk } from '../../protocol-desk.ts'
import { currentIssue, say } from '../lib/data.ts'
import { place } from '../lib/navigate.ts'
import { createStore } from '../lib/store.ts'
import { transport } from '../lib/transport.ts'
import { rearranged, type Spot } from './rearrange.ts'

/** The issue as its files are, or will be when what is on its way has been written. */
export const desk = createStore<Desk | undefined>(undefined)
/** Why the last edit was not made, until the next one. */
export const trouble = createStore<string | undefined>(undefined)
/** Story whose row gets the focus when it is drawn again at its new place. */
export const refocus = createStore('')

/** What was done last. */
export const outcome = createStore<{ text: string; isUndo: boolean } | undefined>(undefined)

/** States of the files as the server last told them. */
let seen: Record<string, string> = {}
/** For a state of a file that this page itself wrote over: the state it made of it. */
const succeeded = new Map<string, string>()

let last: Promise<unknown> = Promise.resolve()
let waiting = 0
let asked = 0
/** Goes up when an edit fails: those that were made after it rest on what did not happen. */
let failures = 0

/** Reads the desk of an issue anew; what is on its way to the server comes first. */
export async function loadDesk(slug: string): Promise<void> {
  const ticket = ++asked
  await last
  if (ticket !== asked) return
  try {
    const loaded = await transport.json<Desk>(`/api/desk/${encodeURIComponent(slug)}`)
    if (ticket === asked && waiting === 0) take(loaded)
  } catch (error) {
    if (ticket === asked) trouble.set(wordsOf(error))
  }
}

/** The state of a file that an edit begun now is based on. */
export function stateOf(file: string): string {
  return seen[file] ?? ''
}

/**
 * Shows an edit and makes it, after those that were made before.
 *
 * @param base state of a file that the edit was begun on, when that was a while ago
 * @returns whether it was made
 */
export function edit(change: DeskEdit, base: Record<string, string> = {}): Promise<boolean> {
  const before = desk.get()
  if (before === undefined) return Promise.resolve(false)
  desk.set(rearranged(before, change))
  const body = (): unknown => ({ edit: change, seen: { ...seen, ...Object.fromEntries(Object.entries(base).map(([file, state]) => [file, latest(state)])) } })
  return send(`/api/desk/${encodeURIComponent(before.slug)}/edit`, body, (after) => after.history.done.at(-1) ?? '')
}

/** Moves a story; the focus goes along. */
export function move(slug: string, spot: Spot | undefined): void {
  if (spot === undefined) return
  refocus.set(slug)
  void edit({ kind: 'place', story: slug, ...spot })
}

/** Takes the latest change of this run back. @returns whether it was */
export function undo(): Promise<boolean> {
  let step = ''
  const body = (): unknown => {
    step = desk.get()?.history.done.at(-1) ?? ''
    return { issue: currentIssue() }
  }
  return send('/api/desk-undo', body, () => (step === '' ? 'Undone' : `Undone: ${step}`))
}

/** Makes the change that was taken back last once more. @returns whether it was */
export function redo(): Promise<boolean> {
  return send('/api/desk-redo', () => ({ issue: currentIssue() }), (after) => `Done again: ${after.history.done.at(-1) ?? ''}`)
}

/** @param body made when the edits before have ended, so that it holds what they left */
function send(path: string, body: () => unknown, words: (after: Desk) => string): Promise<boolean> {
  const failed = failures
  waiting++
  const result = last.then(async () => {
    try {
      if (failed !== failures) return false
      const after = await transport.post<Desk>(path, body())
      for (const [file, state] of Object.entries(seen)) {
        const next = after.seen[file]
        if (next !== undefined && next !== state) succeeded.set(state, next)
      }
      // With more on its way, the page already shows what will be.
      if (waiting === 1) take(after)
      else seen = after.seen
      trouble.set(undefined)
      tell(words(after), path === '/api/desk-undo')
      return true
    } catch (error) {
      failures++
      trouble.set(wordsOf(error))
      // The desk shows it, where it is open.
      if (place.get().panel !== 'desk') say(wordsOf(error), 'failed')
      return false
    } finally {
      waiting--
    }
  })
  last = result
  return result.then(async (made) => {
    // What the page showed may be out of date; what is on disk counts.
    if (!made) await loadDesk(currentIssue())
    return made
  })
}

function tell(text: string, isUndo: boolean): void {
  outcome.set({ text, isUndo })
  if (place.get().panel !== 'desk') say(text)
}

function take(loaded: Desk): void {
  seen = loaded.seen
  desk.set(loaded)
}

function latest(state: string): string {
  const passed = new Set([state])
  let current = state
  for (let next = succeeded.get(current); next !== undefined && !passed.has(next); next = succeeded.get(current)) {
    passed.add(next)
    current = next
  }
  return current
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
