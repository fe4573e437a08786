import type { ComponentChildren } from 'preact'
import { narrowest, widest } from '../lib/place.ts'
import { snap } from '../lib/snap.ts'

/** Edges of the message that can be dragged, or moved with the arrow keys. */
export function Resizer({ width, room, onChange, children }: { width: number; room: number; onChange: (width: number) => void; children: ComponentChildren }): preact.JSX.Element {
  const drag = (side: -1 | 1) => (event: PointerEvent): void => {
    event.preventDefault()
    const handle = event.currentTarget as HTMLElement
    const start = event.clientX
    handle.setPointerCapture(event.pointerId)
    const scale = Math.min(1, room / width)
    // The message stands in the middle, so that an edge moves half of what the width changes.
    const move = (moved: PointerEvent): void => {
      onChange(snap(width + ((moved.clientX - start) * side * 2) / scale))
    }
    const end = (): void => {
      handle.removeEventListener('pointermove', move)
    }
    handle.addEventListener('pointermove', move)
    handle.addEventListener('lostpointercapture', end, { once: true })
  }
  const press = (side: -1 | 1) => (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? side : event.key === 'ArrowLeft' ? -side : 0
    if (step === 0) return
    event.preventDefault()
    onChange(Math.min(widest, Math.max(narrowest, width + step * (event.shiftKey ? 50 : 10))))
  }
  const handle = (side: -1 | 1, name: string): preact.JSX.Element => (
    <div
      class={`handle ${name}`}
      role="slider"
      tabIndex={0}
      aria-label={`Width, ${name} edge`}
      aria-orientation="horizontal"
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      aria-valuetext={`${width} pixels`}
      onPointerDown={drag(side)}
      onKeyDown={press(side)}
    />
  )
  return (
    <div class="resizer">
      {handle(-1, 'left')}
      {children}
      {handle(1, 'right')}
    </div>
  )
}
