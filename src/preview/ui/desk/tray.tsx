import { useState } from 'preact/hooks'
import type { Desk, TrayRow } from '../../protocol-desk.ts'
import { Icon } from '../chrome/icons.tsx'
import { counted, shortDay } from '../lib/format.ts'
import { useStore } from '../lib/store.ts'
import { edit, move } from './desk-data.ts'
import { drag, held, lift, over, release, settle } from './drag.ts'

/** Rows shown before a word narrows them. */
const first = 12

/** Articles that no issue uses, to be taken in; a story dropped here leaves the issue. */
export function Tray({ desk }: { desk: Desk }): preact.JSX.Element {
  const [query, setQuery] = useState('')
  const dragged = useStore(drag)
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== '')
  const found = desk.tray.filter(({ title, source = '' }) => words.every((word) => `${title} ${source}`.toLowerCase().includes(word)))
  const takes = dragged?.from === 'story'
  const hover = (event: DragEvent): void => {
    if (held()?.from !== 'story') return
    event.preventDefault()
    over('tray')
  }
  const drop = (event: DragEvent): void => {
    if (held()?.from !== 'story') return
    event.preventDefault()
    settle(({ slug }) => void edit({ kind: 'drop', story: slug }))
  }
  return (
    <div class={`tray${takes ? ' takes' : ''}${dragged?.over === 'tray' ? ' slot' : ''}`} onDragEnter={hover} onDragOver={hover} onDrop={drop}>
      <h3>Not in any issue</h3>
      {desk.tray.length > first ? (
        <input type="search" class="tray-search" placeholder="Find an article" aria-label="Find an article" value={query} onInput={(event) => { setQuery(event.currentTarget.value) }} />
      ) : null}
      <ul aria-label="Articles not in any issue">
        {found.slice(0, first).map((row) => (
          <Row key={row.slug} row={row} desk={desk} />
        ))}
      </ul>
      {takes ? <p class="tray-note">Drop it here to take it out of the issue.</p> : <TrayNote desk={desk} found={found.length} />}
    </div>
  )
}

function TrayNote({ desk, found }: { desk: Desk; found: number }): preact.JSX.Element | null {
  if (desk.tray.length === 0) return <p class="tray-note">Every article is used.</p>
  if (found === 0) return <p class="tray-note">No article of that name.</p>
  const more = Math.max(0, found - first) + desk.moreInTray
  return more === 0 ? null : <p class="tray-note">and {counted(more, 'older one')}</p>
}

function Row({ row, desk }: { row: TrayRow; desk: Desk }): preact.JSX.Element {
  const { slug, title, date, section, source } = row
  const target = desk.sections.find(({ name }) => name === section) ?? desk.sections.at(-1)
  const facts = [shortDay(date), section, source ?? ''].filter((fact) => fact !== '').join(' · ')
  return (
    <li class="tray-row" draggable onDragStart={(event) => { lift(event, { slug, title, from: 'tray' }) }} onDragEnd={release}>
      <span class="story-grip"><Icon name="grip" /></span>
      <span class="tray-title">{title}<span class="tray-facts">{facts}</span></span>
      <button type="button" class="button small" aria-label={`Add ${title}`} onClick={() => { if (target !== undefined) move(slug, { section: target.name, index: target.stories.length }) }}>Add</button>
    </li>
  )
}
