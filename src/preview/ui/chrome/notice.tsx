import { useEffect, useState } from 'preact/hooks'
import { notice, status } from '../lib/data.ts'
import { useStore } from '../lib/store.ts'

/** How long a word stays. Milliseconds. */
const stay = 6000

/** What just happened, shown for a moment and read out. */
export function Notice(): preact.JSX.Element {
  const latest = useStore(notice)
  const { kind } = useStore(status)
  const [shown, setShown] = useState(latest)
  useEffect(() => {
    setShown(latest)
    if (latest === undefined) return
    const timer = setTimeout(() => {
      setShown(undefined)
    }, stay)
    return () => {
      clearTimeout(timer)
    }
  }, [latest])
  return (
    <div class="notices">
      <div role="status" aria-live="polite">
        {shown === undefined ? null : <p class={`notice ${shown.kind}`}>{shown.text}</p>}
        {kind === 'lost' ? <span class="hidden">The preview has ended.</span> : null}
      </div>
    </div>
  )
}
