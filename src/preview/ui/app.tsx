import { useEffect } from 'preact/hooks'
import { Bar } from './chrome/bar.tsx'
import { commandsOf } from './chrome/commands.ts'
import { Heading } from './chrome/heading.tsx'
import { IssueList } from './chrome/issue-list.tsx'
import { KeySheet } from './chrome/key-sheet.tsx'
import { Notice } from './chrome/notice.tsx'
import { Palette } from './chrome/palette.tsx'
import { Problems } from './chrome/problems.tsx'
import { Strip } from './chrome/strip.tsx'
import { SidePanel } from './panels/side-panel.tsx'
import { mayWrite } from './lib/actions.ts'
import { issue, overview } from './lib/data.ts'
import { setCommands } from './lib/keys.ts'
import { place } from './lib/navigate.ts'
import { isFolded, useNarrow } from './lib/room.ts'
import { useStore } from './lib/store.ts'
import { ClientsView } from './views/clients-view.tsx'
import { HeadersView } from './views/headers-view.tsx'
import { MessageView } from './views/message-view.tsx'
import { MailView } from './mail/mail-view.tsx'
import { InboxView } from './views/inbox-view.tsx'
import { RawView } from './views/raw-view.tsx'
import { SourceView } from './views/source-view.tsx'
import { TextView } from './views/text-view.tsx'
import type { IssueView } from '../protocol.ts'
import type { View } from './lib/place.ts'

/** The whole page: issues, message, one panel. */
export function App(): preact.JSX.Element {
  const here = useStore(place)
  const narrow = useNarrow()
  const shelf = useStore(overview)
  const shown = useStore(issue)

  useEffect(() => {
    document.documentElement.dataset['theme'] = here.theme
  }, [here.theme])

  useEffect(() => {
    setCommands(commandsOf(here, shelf, shown))
  }, [here, shelf, shown])

  useEffect(() => {
    const subject = shown?.message?.subject
    if (subject !== undefined && shelf !== undefined) document.title = `${subject} · ${shelf.newsletter}`
  }, [shown, shelf])

  return (
    <div class={`app${isFolded(here, narrow) ? ' folded' : ''}${here.panel === 'none' ? ' wide' : here.panel === 'desk' ? ' desk-open' : ''}`}>
      <IssueList />
      <main class="stage" aria-label="Message">
        <Bar />
        {here.view === 'mail' && mayWrite() ? <MailView /> : <Issue view={here.view === 'mail' ? 'message' : here.view} shown={shown} />}
      </main>
      <SidePanel />
      <Notice />
      <KeySheet />
      <Palette />
    </div>
  )
}

/** The message of the issue, under what keeps it from being a newer one. */
function Issue({ view, shown }: { view: MessageForm; shown: IssueView | undefined }): preact.JSX.Element {
  return (
    <>
      <Heading />
      <div class={`view${shown !== undefined && shown.problems.length > 0 ? ' stale' : ''}`}>
        {shown?.message === undefined ? <Waiting view={shown} /> : <Chosen view={view} shown={shown} />}
        {shown !== undefined && shown.problems.length > 0 ? <Problems view={shown} /> : null}
      </div>
      <Strip />
    </>
  )
}

type MessageForm = Exclude<View, 'mail'>

function Chosen({ view, shown }: { view: MessageForm; shown: IssueView }): preact.JSX.Element {
  switch (view) {
    case 'message':
      return <MessageView shown={shown} />
    case 'clients':
      return <ClientsView shown={shown} />
    case 'inbox':
      return <InboxView shown={shown} />
    case 'text':
      return <TextView shown={shown} />
    case 'source':
      return <SourceView shown={shown} />
    case 'headers':
      return <HeadersView shown={shown} />
    case 'raw':
      return <RawView shown={shown} />
  }
}

function Waiting({ view }: { view: IssueView | undefined }): preact.JSX.Element {
  if (view === undefined) return <p class="waiting">Building the message…</p>
  return <p class="waiting">{view.problems.length > 0 ? 'There is no good message to show yet.' : 'There is nobody of that name on the list.'}</p>
}
