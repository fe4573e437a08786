import { status } from '../lib/data.ts'
import { go, place } from '../lib/navigate.ts'
import type { View } from '../lib/place.ts'
import { useStore } from '../lib/store.ts'
import { IconButton } from './controls.tsx'
import { nextTheme, openKeys, openPalette } from './commands.ts'

const tabs: readonly { view: View; label: string; key: string }[] = [
  { view: 'message', label: 'Message', key: '1' },
  { view: 'inbox', label: 'Inbox', key: '2' },
  { view: 'clients', label: 'Clients', key: '3' },
  { view: 'text', label: 'Text', key: '4' },
  { view: 'source', label: 'Source', key: '5' },
  { view: 'headers', label: 'Headers', key: '6' },
  { view: 'raw', label: 'Raw', key: '7' },
]

/** The ways to look at the message, and what concerns the whole page. */
export function Bar(): preact.JSX.Element {
  const here = useStore(place)
  return (
    <header class="bar">
      <div class="tabs" role="group" aria-label="View">
        {tabs.map(({ view, label, key }) => (
          <button type="button" key={view} aria-pressed={here.view === view} title={`${label} (${key})`} onClick={() => { go({ view }) }}>
            {label}
          </button>
        ))}
      </div>
      <div class="bar-end">
        <State />
        <IconButton icon="search" label="Find and do" hint="p" onClick={openPalette} />
        <span class="spare"><IconButton icon="theme" label={`Colours of this page: ${here.theme === 'auto' ? 'as the system' : here.theme}`} hint="t" onClick={nextTheme} />
        <button type="button" class="icon-button" aria-label="Keys" title="Keys (?)" onClick={openKeys}>
          ?
        </button></span>
        <IconButton icon="panel" label={here.panel === 'none' ? 'Show the panel' : 'Hide the panel'} hint="x" pressed={here.panel !== 'none'} onClick={() => { go({ panel: here.panel === 'none' ? 'checks' : 'none' }) }} />
      </div>
    </header>
  )
}

function State(): preact.JSX.Element {
  const { kind } = useStore(status)
  const words = {
    starting: 'starting',
    idle: '',
    building: 'building',
    lost: 'The preview has ended. Start it again and this page goes on.',
    export: 'export',
  }
  return <span class={`state ${kind}`}>{words[kind]}</span>
}
