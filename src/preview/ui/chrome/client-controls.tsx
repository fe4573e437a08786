import { overview } from '../lib/data.ts'
import { go, place } from '../lib/navigate.ts'
import type { Mode } from '../lib/place.ts'
import { useStore } from '../lib/store.ts'
import { IconButton, Select } from './controls.tsx'

const modes: readonly { value: Mode; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'authored', label: 'Dark, as written' },
  { value: 'forced', label: 'Dark, forced' },
]

/** Which mail program shows the message, on which screen, with or without pictures. */
export function ClientControls(): preact.JSX.Element {
  const here = useStore(place)
  const clients = useStore(overview)?.clients ?? []
  const choices: { value: string; label: string }[] = [{ value: '', label: 'As sent' }, ...clients.map(({ client, name }) => ({ value: client, label: name }))]
  return (
    <div class="toolbar-group">
      <Select label="Client" choices={choices} value={here.client} onChange={(client) => { go({ client, loss: 0, ...(client === '' ? {} : { panel: 'client' as const }) }) }} />
      <Select label="Screen" choices={modes} value={here.mode} onChange={(mode) => { go({ mode }) }} />
      <IconButton icon="picture" label="Pictures blocked" hint="i" pressed={here.blocked} onClick={() => { go({ blocked: !here.blocked }) }} />
    </div>
  )
}
