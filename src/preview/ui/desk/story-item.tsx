import { useEffect, useRef } from 'preact/hooks'
import type { Desk, DeskStory } from '../../protocol-desk.ts'
import { Icon } from '../chrome/icons.tsx'
import { counted } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { edit, move, refocus } from './desk-data.ts'
import { drag, lift, release } from './drag.ts'
import { spotBeside } from './rearrange.ts'
import { StoryEditor } from './story-editor.tsx'
import { StoryTools } from './story-tools.tsx'

/** A story on the desk: a row that opens in place. */
export function StoryItem({ story, desk, slot }: { story: DeskStory; desk: Desk; slot: 'before' | 'after' | undefined }): preact.JSX.Element {
  const here = useStore(place)
  const dragged = useStore(drag)
  const { slug, title, blurb } = story
  const isOpen = here.story === slug
  const notes = [story.lead ? 'opens the issue' : '', story.sponsored ? 'sponsored' : '', blurb.method === 'editor' ? 'your words' : ''].filter((note) => note !== '')
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // In view whole when it opens, wherever it was opened from; not whenever it is drawn again.
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  const pressed = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step !== 0 && event.altKey) move(slug, spotBeside(desk, slug, step))
    else if (step !== 0) focusBeside(event.currentTarget as HTMLElement, step)
    else if (event.key === 'Delete') void edit({ kind: 'drop', story: slug })
    else return
    event.preventDefault()
  }
  return (
    <li ref={row} class={`story${isOpen ? ' open' : ''}${slot === undefined ? '' : ` slot-${slot}`}${dragged?.slug === slug ? ' lifted' : ''}`} data-story={slug}>
      <div class="story-head" draggable onDragStart={(event) => { lift(event, { slug, title, from: 'story' }) }} onDragEnd={release}>
        <span class="story-grip"><Icon name="grip" /></span>
        <button
          type="button"
          class="story-open"
          aria-expanded={isOpen}
          title="Open or close. Alt and an arrow key move the story."
          onClick={() => { go({ story: isOpen ? '' : slug }) }}
          onFocus={() => { if (refocus.get() !== slug) refocus.set('') }}
          onKeyDown={pressed}
        >
          <span class="story-title">{title}</span>
          {isOpen ? null : <span class="story-blurb">{blurb.text}</span>}
          {notes.length === 0 ? null : <span class="story-notes">{notes.join(' · ')}</span>}
        </button>
        <span class={`story-words${blurb.words > blurb.budget ? ' over' : ''}`} title={`${blurb.words} words; the budget is ${blurb.budget}.`}>{counted(blurb.words, 'word')}</span>
      </div>
      {isOpen ? (
        <>
          <StoryTools story={story} desk={desk} />
          <StoryEditor key={slug} story={story} issue={desk.slug} />
        </>
      ) : null}
    </li>
  )
}

function focusBeside(row: HTMLElement, step: -1 | 1): void {
  const rows = [...(row.closest('.desk')?.querySelectorAll<HTMLElement>('.story-open') ?? [])]
  rows[rows.indexOf(row) + step]?.focus()
}
