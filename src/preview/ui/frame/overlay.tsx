import { useLayoutEffect, useState } from 'preact/hooks'
import { locateStories, type Sought } from './stories.ts'

export interface OverlayProps {
  page: Document
  scale: number
  stories: readonly Sought[]
  /** Goes up whenever the message was laid out anew. */
  drawn: number
  height: number
  fold?: number
  selected?: string
}

interface Box {
  top: number
  left: number
  width: number
  height: number
}

/** What the page draws over the message: the chosen story, the end of the first screen, and where Gmail cuts. */
export function Overlay({ page, scale, stories, drawn, height, fold, selected }: OverlayProps): preact.JSX.Element {
  const [box, setBox] = useState<Box>()
  const [clip, setClip] = useState<number>()

  useLayoutEffect(() => {
    const chosen = selected === undefined || selected === '' ? undefined : locateStories(page, stories).get(selected)
    setBox(chosen === undefined ? undefined : boxOf(chosen))
    const cut = page.querySelector<HTMLElement>('[data-gazette-clip]')
    setClip(cut === null ? undefined : boxOf(cut).top)
  }, [page, stories, selected, drawn])

  return (
    <div class="overlay" aria-hidden="true">
      {box === undefined ? null : <div class="chosen" style={{ top: px(box.top * scale), left: px(box.left * scale), width: px(box.width * scale), height: px(box.height * scale) }} />}
      {fold === undefined || fold >= height ? null : (
        <div class="fold" style={{ top: px(fold * scale) }}>
          <span>first screen</span>
        </div>
      )}
      {clip === undefined ? null : (
        <div class="clip" style={{ top: px(clip * scale) }}>
          <span>Gmail cuts the message here</span>
        </div>
      )}
    </div>
  )
}

function px(value: number): string {
  return `${Math.round(value)}px`
}

/** Place of an element in its document. */
export function boxOf(element: HTMLElement): Box {
  const { top, left, width, height } = element.getBoundingClientRect()
  const view = element.ownerDocument.defaultView
  return { top: top + (view?.scrollY ?? 0), left: left + (view?.scrollX ?? 0), width, height }
}
