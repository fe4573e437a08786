import { useEffect, useLayoutEffect } from 'preact/hooks'
import type { IssueView } from '../../protocol.ts'
import type { Desk } from '../../protocol-desk.ts'
import { useStore } from '../lib/store.ts'
import { Changes } from './changes.tsx'
import { desk, loadDesk, refocus, trouble } from './desk-data.ts'
import { IssueLine } from './issue-line.tsx'
import { Section } from './section.tsx'
import { Tray } from './tray.tsx'

/** The issue to be arranged: its lines, its stories by section, what could come in, and what was changed. */
export function DeskPanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const current = useStore(desk)
  const problem = useStore(trouble)
  useEffect(() => {
    void loadDesk(shown.slug)
  }, [shown.slug, shown.revision])
  useRefocus(current)
  if (current?.slug !== shown.slug) return <p class="quiet">{problem ?? 'Reading the issue…'}</p>
  return (
    <section class="desk" aria-label="Desk">
      <div class="desk-scroll">
        {problem === undefined ? null : <p class="desk-trouble" role="alert">{problem}</p>}
        <IssueLine key={`subject ${current.slug}`} kind="subject" label="Subject" desk={current} />
        <IssueLine key={`preheader ${current.slug}`} kind="preheader" label="Preheader" desk={current} />
        {current.choice === 'list' ? null : <ListNotice desk={current} />}
        {current.sections.map((section) => (
          <Section key={section.name} section={section} desk={current} />
        ))}
        <Tray desk={current} />
      </div>
      <Changes desk={current} />
    </section>
  )
}

function ListNotice({ desk: { choice, file, exists } }: { desk: Desk }): preact.JSX.Element {
  return (
    <p class="desk-note">
      {choice === 'query' ? 'This issue finds its articles by a query.' : 'This issue takes every new article by its date.'} The first move writes the stories as a list into{' '}
      {file}{exists ? '' : ', which it makes'}; from then on only what you put in is in. Undo brings the rule back.
    </p>
  )
}

/** A row that moved to another list is a new element: the focus follows it. */
function useRefocus(current: Desk | undefined): void {
  useLayoutEffect(() => {
    const slug = refocus.get()
    if (slug === '') return
    const row = document.querySelector<HTMLElement>(`[data-story="${CSS.escape(slug)}"] .story-open`)
    if (row !== null && document.activeElement !== row && (document.activeElement === document.body || document.activeElement === null)) row.focus()
  }, [current])
}
