import type { Diagnostic } from '../../../diagnostics/diagnostic.ts'
import type { Passed } from './choose.ts'

/** An article that was taken in. */
export interface Pulled {
  title: string
  url?: string
  /** Relative to the newsletter folder; undefined when nothing was to be written. */
  file?: string
}

/** What became of one source. */
export interface SourceResult {
  label: string
  /** Address or path that it has in newsletter.yaml. */
  at: string
  status: 'read' | 'unchanged' | 'failed' | 'interrupted'
  /** Entries that the feed has. */
  entries: number
  added: Pulled[]
  passed: Passed
  /** Stories that are in the folder already, or were. */
  known: number
  /** Entries that gave no article. */
  empty: number
  /** Entries to be tried again the next time. */
  later: number
  diagnostics: Diagnostic[]
  /** Whether something could not be fetched. */
  unreachable: boolean
}

/**
 * The result of a source of which nothing has been read yet.
 *
 * @param label as it is shown
 * @param at its address
 */
export function emptyResult(label: string, at: string): SourceResult {
  const passed: Passed = { seen: 0, older: 0, unwanted: 0, beyond: 0 }
  return { label, at, status: 'read', entries: 0, added: [], passed, known: 0, empty: 0, later: 0, diagnostics: [], unreachable: false }
}

/** What happened so far, for a progress bar. */
export interface Progress {
  feeds: number
  feedsDone: number
  entries: number
  entriesDone: number
}
