import { useCallback, useMemo, useState } from 'preact/hooks'
import type { ClientRow, IssueView } from '../../protocol.ts'
import { differing } from '../frame/differing.ts'
import { Frame } from '../frame/frame.tsx'
import type { Mark } from '../frame/marks.ts'
import { labelOf } from '../lib/people.ts'
import type { Place } from '../lib/place.ts'
import { useIssueAs } from '../lib/use-issue-as.ts'
import { framed } from './framed.ts'

interface CompareProps {
  shown: IssueView
  here: Place
  room: number
  width: number
  client: ClientRow | undefined
}

/** The message of two recipients side by side, with what differs marked. */
export function Compare({ shown, here, room, width, client }: CompareProps): preact.JSX.Element {
  const other = useIssueAs(shown, here.with)
  const [pages, setPages] = useState<{ left?: Document; right?: Document }>({})
  const left = useCallback((page: Document) => { setPages((before) => ({ ...before, left: page })) }, [])
  const right = useCallback((page: Document) => { setPages((before) => ({ ...before, right: page })) }, [])
  const marks = useMemo(() => marksOf(pages), [pages])
  const each = Math.min(width, Math.max(320, Math.floor((room - 32) / 2)))
  const scale = Math.min(1, (room - 32) / 2 / each)
  return (
    <div class="pair">
      <figure>
        <Frame {...framed(shown, here, client)} width={each} scale={scale} label="The message" marks={marks.left} onLoad={left} />
        <figcaption>{labelOf(here.to)}</figcaption>
      </figure>
      {other === undefined ? null : (
        <figure>
          <Frame {...framed(other, { ...here, to: here.with }, client)} width={each} scale={scale} label="The message to compare with" marks={marks.right} onLoad={right} />
          <figcaption>{labelOf(here.with)}</figcaption>
        </figure>
      )}
    </div>
  )
}

function marksOf({ left, right }: { left?: Document; right?: Document }): { left: Mark[]; right: Mark[] } {
  if (left === undefined || right === undefined) return { left: [], right: [] }
  const pairs = differing(left.body, right.body)
  const mark = (target: HTMLElement): Mark => ({ kind: 'difference', target, chosen: false })
  return { left: pairs.map(([one]) => mark(one)), right: pairs.map(([, one]) => mark(one)) }
}
