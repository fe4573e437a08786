import type { Progress } from '../../app/ingest/pull/result.ts'

/** A bar on one line of a terminal, drawn over itself. */
export interface ProgressBar {
  show: (progress: Readonly<Progress>) => void
  /** Takes the bar away, so that what is printed next begins at the margin. */
  clear: () => void
}

const cells = 24
/** Milliseconds between two drawings. */
const pause = 60

/**
 * Makes a bar.
 *
 * @param write to a terminal; undefined when nobody watches, which makes a bar that does nothing
 * @param now milliseconds, rising
 */
export function createProgressBar(write: ((text: string) => void) | undefined, now: () => number): ProgressBar {
  let drawn = -Infinity
  return {
    show: (progress) => {
      const isLast = progress.feedsDone === progress.feeds && progress.entriesDone === progress.entries
      if (write === undefined || (!isLast && now() - drawn < pause)) return
      drawn = now()
      write(`\r\u001b[K${barText(progress)}`)
    },
    clear: () => {
      if (drawn > -Infinity) write?.('\r\u001b[K')
    },
  }
}

/** Feeds are half of the way; their entries, whose number is known only when they are read, the other half. */
export function barText({ feeds, feedsDone, entries, entriesDone }: Readonly<Progress>): string {
  const share = (done: number, of: number): number => (of === 0 ? 1 : done / of)
  const way = (share(feedsDone, feeds) + share(feedsDone, feeds) * share(entriesDone, entries)) / 2
  const full = Math.round(way * cells)
  return `${'█'.repeat(full)}${'░'.repeat(cells - full)} ${feedsDone}/${feeds} feeds, ${entriesDone}/${entries} articles`
}
