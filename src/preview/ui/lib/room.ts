import { useEffect, useState } from 'preact/hooks'
import type { Place } from './place.ts'

/** Below this width the issues and the panel share the page with the message only when asked to. */
const little = matchMedia('(max-width: 1100px)')

/** Whether the page is narrow. */
export function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(little.matches)
  useEffect(() => {
    const update = (): void => {
      setNarrow(little.matches)
    }
    little.addEventListener('change', update)
    return () => {
      little.removeEventListener('change', update)
    }
  }, [])
  return narrow
}

/** Whether the list of issues is folded away. */
export function isFolded(here: Pick<Place, 'issues'>, narrow = little.matches): boolean {
  return here.issues === 'folded' || (here.issues === 'auto' && narrow)
}

/** The other state of the list of issues. */
export function folded(here: Pick<Place, 'issues'>): Pick<Place, 'issues'> {
  return { issues: isFolded(here) ? 'open' : 'folded' }
}
