import { type Place, readPlace, writePlace } from './place.ts'
import { createStore } from './store.ts'

/** Where the page stands. */
export const place = createStore(readPlace(location.search))

/** Choices after which "back" should lead here again; the others only change how the same thing is looked at. */
const steps: readonly (keyof Place)[] = ['issue', 'view', 'panel', 'client', 'to']

/** Goes to another place; what is not named stays. */
export function go(change: Partial<Place>): void {
  const before = place.get()
  const next = { ...before, ...change }
  const query = writePlace(next)
  if (query === writePlace(before)) return
  const step = steps.some((name) => next[name] !== before[name])
  if (step) history.pushState(null, '', query)
  else history.replaceState(null, '', query)
  place.set(next)
}

/** Follows "back" and "forward". */
export function followHistory(): void {
  addEventListener('popstate', () => {
    place.set(readPlace(location.search))
  })
}
