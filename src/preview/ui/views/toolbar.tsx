import type { IssueView } from '../../protocol.ts'
import { ClientControls } from '../chrome/client-controls.tsx'
import { IconButton, Segments } from '../chrome/controls.tsx'
import { go, place } from '../lib/navigate.ts'
import { narrowest, widest } from '../lib/place.ts'
import { useStore } from '../lib/store.ts'

const widths = [
  { value: '320', label: '320', title: 'Small phone' },
  { value: '375', label: '375', title: 'Phone' },
  { value: '600', label: '600', title: 'Tablet' },
  { value: '1280', label: '1280', title: 'Desktop' },
  { value: '0', label: 'Fit', title: 'What fits' },
] as const

/** How wide the message is, and how a client shows it. */
export function Toolbar({ shown, width, room }: { shown: IssueView; width: number; room: number }): preact.JSX.Element {
  const here = useStore(place)
  const scale = Math.min(1, room / width)
  const remote = shown.message?.remotePictures ?? []
  return (
    <div class="toolbar" role="toolbar" aria-label="How the message is shown">
      <Segments label="Width" choices={widths} value={widths.find(({ value }) => Number(value) === here.width)?.value ?? '320'} onChange={(value) => { go({ width: Number(value), pair: false }) }} />
      <label class="typed">
        <span class="hidden">Width in pixels</span>
        <input
          type="number"
          min={narrowest}
          max={widest}
          value={width}
          aria-label="Width in pixels"
          onChange={(event) => {
            const typed = Number(event.currentTarget.value)
            if (typed >= narrowest && typed <= widest) go({ width: Math.round(typed), rotated: false, pair: false })
          }}
        />
        <span class="unit" title={scale < 1 ? `drawn at ${Math.round(scale * 100)} % to fit` : ''}>{scale < 1 ? `px · ${Math.round(scale * 100)} %` : 'px'}</span>
      </label>
      <IconButton icon="rotate" label="Turn the device" hint="r" pressed={here.rotated} disabled={here.width === 0 || here.pair} onClick={() => { go({ rotated: !here.rotated }) }} />
      <IconButton icon="pair" label="Phone and desktop side by side" hint="o" pressed={here.pair} onClick={() => { go({ pair: !here.pair }) }} />
      <ClientControls />
      {remote.length === 0 ? null : (
        <button type="button" class="button small" aria-pressed={here.remote} title={remote.join(', ')} onClick={() => { go({ remote: !here.remote }) }}>
          {here.remote ? 'Pictures from elsewhere shown' : 'Show pictures from elsewhere'}
        </button>
      )}
    </div>
  )
}
