import { useEffect, useState } from 'preact/hooks'
import type { DeskBlurb, Measured } from '../../protocol-desk.ts'
import { transport } from '../lib/transport.ts'

/** Time without typing after which the words are counted. Milliseconds. */
const pause = 60

/** Words of a blurb as it is typed, counted by the server as its check counts them. */
export function useMeasure(text: string, saved: DeskBlurb): Measured {
  const [measured, setMeasured] = useState<Measured & { of: string }>()
  useEffect(() => {
    if (text === saved.source) return undefined
    let isWanted = true
    const timer = setTimeout(() => {
      transport.post<Measured>('/api/desk-measure', { text }).then(
        (result) => { if (isWanted) setMeasured({ ...result, of: text }) },
        () => undefined,
      )
    }, pause)
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [text, saved.source])
  // Until the next count has come the last one stays, so that nothing flickers.
  return text === saved.source || measured === undefined ? saved : measured
}
