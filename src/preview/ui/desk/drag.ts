import { createStore } from '../lib/store.ts'

/** What is being dragged, and the gap that it would fall into. */
export interface Drag {
  slug: string
  title: string
  from: 'story' | 'tray'
  over?: { section: string; gap: number } | 'tray'
}

/** The drag as the page shows it. */
export const drag = createStore<Drag | undefined>(undefined)

/** A browser that does not tell of the end is not waited for longer than this. Milliseconds. */
const patience = 250

let lifted: Drag | undefined

/** What is being dragged, from the very start. */
export function held(): Drag | undefined {
  return lifted
}

/** Begins a drag. */
export function lift(event: DragEvent, item: Pick<Drag, 'slug' | 'title' | 'from'>): void {
  event.dataTransfer?.setData('text/plain', item.title)
  if (event.dataTransfer !== null) event.dataTransfer.effectAllowed = 'move'
  lifted = item
  // A row that changes while its picture is taken would be dragged as it looks afterwards.
  setTimeout(() => {
    drag.set(lifted)
  }, 0)
}

/** What is to be done when the drag has ended. */
let then: (() => void) | undefined
let waiting: ReturnType<typeof setTimeout> | undefined

/** Ends a drag, wherever it ended. */
export function release(): void {
  // Left to run, it would end the next drag.
  clearTimeout(waiting)
  lifted = undefined
  drag.set(undefined)
  then?.()
  then = undefined
}

/** Ends a drag over a place that takes it. */
export function settle(take: (item: Drag) => void): void {
  const item = lifted
  if (item === undefined) return
  // The row that the drag began at must still be there when the browser tells it of the end, else the next one fails.
  then = () => {
    take(item)
  }
  waiting = setTimeout(release, patience)
}

export function over(target: NonNullable<Drag['over']>): void {
  if (lifted === undefined || JSON.stringify(lifted.over) === JSON.stringify(target)) return
  lifted = { ...lifted, over: target }
  drag.set(lifted)
}

/** Number of the rows of a list whose middle is above the pointer. */
export function gapAt(list: HTMLElement, y: number): number {
  const rows = [...list.querySelectorAll<HTMLElement>(':scope > [data-story]')]
  return rows.filter((row) => {
    const { top, height } = row.getBoundingClientRect()
    return top + height / 2 < y
  }).length
}
