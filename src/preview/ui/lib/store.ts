import { useEffect, useState } from 'preact/hooks'

/** A value that components follow. */
export interface Store<T> {
  get: () => T
  set: (value: T) => void
  /** @returns stops following */
  follow: (listener: () => void) => () => void
}

/** A value that parts of the page follow; each is drawn anew when it changes. */
export function createStore<T>(initial: T): Store<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set: (value) => {
      if (Object.is(value, current)) return
      current = value
      for (const listener of [...listeners]) listener()
    },
    follow: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The value of a store in a component, drawn again when it changes. */
export function useStore<T>(store: Store<T>): T {
  const [value, setValue] = useState(store.get())
  useEffect(() => {
    const update = (): void => {
      setValue(() => store.get())
    }
    update()
    return store.follow(update)
  }, [store])
  return value
}
