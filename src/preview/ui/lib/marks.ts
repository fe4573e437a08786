import type { ClientLoss, Finding } from '../../protocol.ts'
import type { Mark } from '../frame/marks.ts'
import type { Place } from './place.ts'

/** What the message shows of the panel beside it: places of findings, or what the client took away. */
export function marksOf(here: Pick<Place, 'panel' | 'finding' | 'loss'>, findings: readonly Finding[], losses: readonly ClientLoss[] | undefined): Mark[] {
  if (here.panel === 'client') {
    const pointed = (losses ?? []).find((loss) => loss.places.includes(here.loss - 1))
    // What is pointed at stands alone; else everything is shown.
    return (pointed === undefined ? (losses ?? []) : [pointed]).flatMap((loss) => loss.places.map((element): Mark => ({ kind: 'loss', element, chosen: pointed !== undefined })))
  }
  if (here.panel !== 'checks') return []
  return findings.flatMap((finding): Mark[] => {
    const { element, story, severity } = finding
    const chosen = finding.id === here.finding
    if (element !== undefined) return [{ kind: severity, element, chosen }]
    return story === undefined ? [] : [{ kind: severity, story, chosen }]
  })
}
