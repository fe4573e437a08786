import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { IssueView } from '../../protocol.ts'
import { Frame } from '../frame/frame.tsx'
import { boxOf } from '../frame/overlay.tsx'
import { locateStories } from '../frame/stories.ts'
import { framePath } from '../lib/frame-path.ts'
import { go, place } from '../lib/navigate.ts'
import type { Place } from '../lib/place.ts'
import { useStore } from '../lib/store.ts'
import { Resizer } from './resizer.tsx'
import { Toolbar } from './toolbar.tsx'

/** Height of the screens that go with the widths, and of any other. */
const screens: Readonly<Record<number, number>> = { 320: 568, 375: 812, 600: 960, 1280: 800 }

/** Space around the message. */
const margin = 48

/** The message as a reader sees it. */
export function MessageView({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const canvas = useRef<HTMLDivElement>(null)
  const room = useRoom(canvas)
  const [page, setPage] = useState<Document>()

  const width = widthOf(here, room)
  useScrollToStory(canvas, page, here.story, shown, width)

  const choose = useCallback((story: string) => {
    go({ story })
  }, [])

  return (
    <>
      <Toolbar shown={shown} width={width} room={room} />
      <div class={`canvas${here.pair ? ' paired' : ''}`} ref={canvas} tabIndex={0} role="region" aria-label="Message as shown">
        {room === 0 ? null : here.pair ? (
          <Pair shown={shown} here={here} room={room} onSelect={choose} />
        ) : (
          <Single shown={shown} here={here} width={width} room={room} onSelect={choose} onLoad={setPage} />
        )}
      </div>
    </>
  )
}

interface PartProps {
  shown: IssueView
  here: Place
  room: number
  onSelect: (story: string) => void
}

function Single({ shown, here, width, room, onSelect, onLoad }: PartProps & { width: number; onLoad: (page: Document) => void }): preact.JSX.Element {
  const scale = Math.min(1, room / width)
  return (
    <Resizer width={width} room={room} onChange={(next) => { go({ width: next }) }}>
      <Frame {...framed(shown, here)} width={width} scale={scale} fold={foldOf(here, width)} label="The message" selected={here.story} onSelect={onSelect} onLoad={onLoad} />
    </Resizer>
  )
}

function Pair({ shown, here, room, onSelect }: PartProps): preact.JSX.Element {
  const phone = 375
  const desktop = 1000
  const scale = Math.min(1, (room - phone - 32) / desktop)
  return (
    <div class="pair">
      <figure>
        <Frame {...framed(shown, here)} width={phone} scale={1} fold={812} label="The message on a phone" selected={here.story} onSelect={onSelect} />
        <figcaption>{phone}</figcaption>
      </figure>
      <figure>
        <Frame {...framed(shown, here)} width={desktop} scale={Math.max(0.3, scale)} label="The message on a desktop" selected={here.story} onSelect={onSelect} />
        <figcaption>{desktop}</figcaption>
      </figure>
    </div>
  )
}

function framed(shown: IssueView, here: Place): { path: string; version: string; remote: boolean; stories: IssueView['stories'] } {
  return { path: framePath(shown.slug, here), version: shown.message?.version ?? '', remote: here.remote, stories: shown.stories }
}

/** Width of the message: the chosen one, turned when the device is, or what fits. */
function widthOf(here: Place, room: number): number {
  if (here.width === 0) return Math.max(320, Math.min(room, 760))
  return here.rotated ? (screens[here.width] ?? here.width) : here.width
}

function foldOf(here: Place, width: number): number {
  return here.rotated && here.width !== 0 ? here.width : (screens[width] ?? 800)
}

/** Width that the canvas has for the message. */
function useRoom(canvas: { current: HTMLDivElement | null }): number {
  const [room, setRoom] = useState(0)
  useLayoutEffect(() => {
    const element = canvas.current
    if (element === null) return
    const measure = (): void => {
      setRoom(Math.max(280, element.clientWidth - margin))
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => {
      observer.disconnect()
    }
  }, [canvas])
  return room
}

/** Brings the chosen story into sight, unless the choice was made in the message itself and it is there already. */
function useScrollToStory(canvas: { current: HTMLDivElement | null }, page: Document | undefined, story: string, shown: IssueView, width: number): void {
  const stories = useMemo(() => shown.stories, [shown])
  useLayoutEffect(() => {
    const box = canvas.current
    if (box === null || page === undefined || story === '') return
    const element = locateStories(page, stories).get(story)
    if (element === undefined) return
    const frame = box.querySelector('iframe')
    const scale = frame === null ? 1 : frame.getBoundingClientRect().width / Math.max(1, width)
    const { top, height } = boxOf(element)
    const start = (frame?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top + top * scale
    if (start >= 0 && start + Math.min(height * scale, 200) <= box.clientHeight) return
    box.scrollBy({ top: start - 24, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
    // Only a new choice moves the message, not a new version of it.
  }, [story, page])
}
