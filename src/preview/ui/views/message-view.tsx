import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { ClientRow, IssueView } from '../../protocol.ts'
import { Frame } from '../frame/frame.tsx'
import { boxOf, findingAt, type Mark, markedElement } from '../frame/marks.ts'
import { locateStories } from '../frame/stories.ts'
import { lossesOf, useClient, useLosses } from '../lib/losses.ts'
import { marksOf } from '../lib/marks.ts'
import { go, place } from '../lib/navigate.ts'
import type { Place } from '../lib/place.ts'
import { useStore } from '../lib/store.ts'
import { Compare } from './compare-view.tsx'
import { framed } from './framed.ts'
import { Resizer } from './resizer.tsx'
import { Toolbar } from './toolbar.tsx'

/** Height of the screens that go with the widths, and of any other. */
const screens: Readonly<Record<number, number>> = { 320: 568, 375: 812, 600: 960, 1280: 800 }

/** Space around the message, with the edges that can be dragged. */
const margin = 48 + 28

/** The message as a reader sees it. */
export function MessageView({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const canvas = useRef<HTMLDivElement>(null)
  const room = useRoom(canvas)
  const [page, setPage] = useState<Document>()
  const client = useClient(here.client)
  const losses = lossesOf(useLosses(shown.slug, here.to, shown.message?.version ?? '', client !== undefined), here.client)
  const marks = useMemo(() => marksOf(here, shown.findings, losses), [here, shown, losses])

  const width = widthOf(here, room)
  useScrollTo(canvas, page, here, shown, marks, width)

  const choose = useCallback(
    (target: HTMLElement, story: string | undefined) => {
      select(target, story, shown.findings)
    },
    [shown],
  )
  const parts = { shown, here, room, client, marks, onSelect: choose }
  return (
    <>
      <Toolbar shown={shown} width={width} room={room} />
      <div class={`canvas${here.pair || here.with !== '' ? ' paired' : ''}${here.mode === 'light' ? '' : ' night'}`} ref={canvas} tabIndex={0} role="region" aria-label="Message as shown">
        {room === 0 ? null : here.with !== '' && here.with !== here.to ? <Compare shown={shown} here={here} room={room} width={width} client={client} /> : here.pair ? <Pair {...parts} /> : <Single {...parts} width={width} onLoad={setPage} />}
      </div>
    </>
  )
}

/** A click in the message chooses what the panel speaks of: a finding, a loss, or the story. */
function select(target: HTMLElement, story: string | undefined, findings: IssueView['findings']): void {
  const here = place.get()
  const lost = target.closest<HTMLElement>('[data-gazette-lost]')?.dataset['gazetteLost']?.split(' ')[0]
  if (here.panel === 'client' && lost !== undefined) {
    go({ loss: Number(lost) + 1, ...(story === undefined ? {} : { story }) })
    return
  }
  const finding = findingAt(target, findings) ?? (here.story === story ? undefined : findings.find((one) => one.story !== undefined && one.story === story))
  go({ ...(story === undefined ? {} : { story }), ...(here.panel === 'checks' && finding !== undefined ? { finding: finding.id, only: '' } : {}) })
}

interface PartProps {
  shown: IssueView
  here: Place
  room: number
  client: ClientRow | undefined
  marks: readonly Mark[]
  onSelect: (target: HTMLElement, story: string | undefined) => void
}

function Single({ shown, here, width, room, client, marks, onSelect, onLoad }: PartProps & { width: number; onLoad: (page: Document) => void }): preact.JSX.Element {
  const scale = Math.min(1, room / width)
  return (
    <Resizer width={width} room={room} onChange={(next) => { go({ width: next }) }}>
      <Frame {...framed(shown, here, client)} width={width} scale={scale} fold={foldOf(here, width)} label="The message" selected={here.story} marks={marks} onSelect={onSelect} onLoad={onLoad} />
    </Resizer>
  )
}

function Pair({ shown, here, room, client, marks, onSelect }: PartProps): preact.JSX.Element {
  const phone = 375
  const desktop = 1000
  const scale = Math.min(1, (room - phone - 32) / desktop)
  return (
    <div class="pair">
      <figure>
        <Frame {...framed(shown, here, client)} width={phone} scale={1} fold={812} label="The message on a phone" selected={here.story} marks={marks} onSelect={onSelect} />
        <figcaption>{phone}</figcaption>
      </figure>
      <figure>
        <Frame {...framed(shown, here, client)} width={desktop} scale={Math.max(0.3, scale)} label="The message on a desktop" selected={here.story} marks={marks} onSelect={onSelect} />
        <figcaption>{desktop}</figcaption>
      </figure>
    </div>
  )
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

/**
 * Brings what was chosen into sight: a story, the element of a finding, or a loss. What is in sight already stays
 * where it is, and a new version of the message moves nothing.
 */
function useScrollTo(canvas: { current: HTMLDivElement | null }, page: Document | undefined, here: Place, shown: IssueView, marks: readonly Mark[], width: number): void {
  const pointed = marks.find((mark) => mark.chosen)
  const target = `${here.story} ${here.finding} ${here.loss}`
  const moved = useRef('')
  useLayoutEffect(() => {
    const box = canvas.current
    if (box === null || page === undefined || moved.current === target) return
    const places = locateStories(page, shown.stories)
    const element = (pointed === undefined ? undefined : markedElement(page, places, pointed)) ?? places.get(here.story)
    if (element === undefined) return
    moved.current = target
    const frame = box.querySelector('iframe')
    const scale = frame === null ? 1 : frame.getBoundingClientRect().width / Math.max(1, width)
    const { top, height } = boxOf(element)
    const start = (frame?.getBoundingClientRect().top ?? 0) - box.getBoundingClientRect().top + top * scale
    if (start >= 0 && start + Math.min(height * scale, 200) <= box.clientHeight) return
    box.scrollBy({ top: start - 24, behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  }, [target, page, pointed])
}
