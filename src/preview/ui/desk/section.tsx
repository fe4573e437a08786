import { useRef } from 'preact/hooks'
import type { Desk, DeskSection } from '../../protocol-desk.ts'
import { useStore } from '../lib/store.ts'
import { edit } from './desk-data.ts'
import { drag, gapAt, held, over, settle } from './drag.ts'
import { spotInGap } from './rearrange.ts'
import { StoryItem } from './story-item.tsx'

/** A section with its stories; stories can be dropped between them. */
export function Section({ section, desk }: { section: DeskSection; desk: Desk }): preact.JSX.Element {
  const list = useRef<HTMLOListElement>(null)
  const dragged = useStore(drag)
  const gap = typeof dragged?.over === 'object' && dragged.over.section === section.name ? dragged.over.gap : undefined
  const { name, stories } = section

  const hover = (event: DragEvent): void => {
    if (held() === undefined || list.current === null) return
    event.preventDefault()
    over({ section: name, gap: gapAt(list.current, event.clientY) })
  }
  const drop = (event: DragEvent): void => {
    if (held() === undefined || list.current === null) return
    event.preventDefault()
    const gap = gapAt(list.current, event.clientY)
    settle(({ slug }) => {
      const spot = spotInGap(desk, slug, name, gap)
      if (spot !== undefined) void edit({ kind: 'place', story: slug, ...spot })
    })
  }

  return (
    <div class="desk-section" onDragEnter={hover} onDragOver={hover} onDrop={drop}>
      <h3>{name === '' ? 'Stories' : name}</h3>
      <ol ref={list} aria-label={name === '' ? 'Stories' : name}>
        {stories.map((story, index) => (
          <StoryItem key={story.slug} story={story} desk={desk} slot={gap === index ? 'before' : gap === stories.length && index === stories.length - 1 ? 'after' : undefined} />
        ))}
        {stories.length === 0 ? <li class={`desk-empty${gap === undefined ? '' : ' slot'}`}>Nothing yet. Drag a story here.</li> : null}
      </ol>
    </div>
  )
}
