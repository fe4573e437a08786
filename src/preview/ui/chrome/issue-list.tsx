import { useEffect } from 'preact/hooks'
import type { IssueRow } from '../../protocol.ts'
import { currentIssue, overview } from '../lib/data.ts'
import { shortDay, size } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { folded, isFolded, useNarrow } from '../lib/room.ts'
import { useStore } from '../lib/store.ts'
import { mayWrite } from '../lib/actions.ts'
import { facts, refreshMail } from '../mail/mail-data.ts'
import { IconButton } from './controls.tsx'
import { Icon } from './icons.tsx'

const states: Record<IssueRow['state'], string> = { draft: 'draft', checked: 'checked', broken: 'needs attention', sent: 'sent' }

/** Every issue, the newest first. */
export function IssueList(): preact.JSX.Element {
  const here = useStore(place)
  const shelf = useStore(overview)
  const current = currentIssue()
  const hidden = isFolded(here, useNarrow())
  const fold = (
    <IconButton icon="fold" label={hidden ? 'Show the issues' : 'Hide the issues'} hint="b" pressed={!hidden} onClick={() => { go(folded(here)) }} />
  )
  return (
    <nav class="issues" aria-label="Issues">
      <header>
        <h1>{shelf?.newsletter ?? ''}</h1>
        {fold}
      </header>
      {hidden ? null : (
        <ol>
          {(shelf?.issues ?? []).map((row) => (
            <li key={row.slug}>
              <button type="button" class="issue" aria-current={row.slug === current && here.view !== 'mail' ? 'page' : undefined} onClick={() => { go({ issue: row.slug, story: '', finding: '', ...(here.view === 'mail' ? { view: 'message' as const } : {}) }) }}>
                <span class="issue-subject">{row.subject ?? row.slug}</span>
                <span class="issue-facts">
                  {[row.number === undefined ? '' : `No. ${row.number}`, shortDay(row.date)].filter((part) => part !== '').join(' · ')}
                </span>
                <span class={`issue-state ${row.state}`}>
                  {states[row.state]}
                  {row.bytes === undefined ? '' : ` · ${size(row.bytes)}`}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {shelf === undefined || !mayWrite() ? null : <TestInbox isOpen={here.view === 'mail'} isNarrow={hidden} />}
      {hidden || shelf === undefined ? null : (
        <footer>
          Gazette {shelf.version}
          {shelf.readOnly ? ' · for reading only' : ''}
        </footer>
      )}
    </nav>
  )
}

/** The way to the test inbox, which belongs to no issue. */
function TestInbox({ isOpen, isNarrow }: { isOpen: boolean; isNarrow: boolean }): preact.JSX.Element {
  const unread = useStore(facts)?.unread ?? 0
  useEffect(() => {
    void refreshMail()
  }, [])
  const name = unread === 0 ? 'Test inbox' : `Test inbox, ${String(unread)} unread`
  return (
    <button type="button" class="inbox-entry" aria-label={name} title={`${name} (8)`} aria-current={isOpen ? 'page' : undefined} onClick={() => { go({ view: isOpen ? 'message' : 'mail' }) }}>
      <Icon name="mail" />
      {isNarrow ? null : 'Test inbox'}
      {unread === 0 ? null : <span class="count">{unread}</span>}
    </button>
  )
}
