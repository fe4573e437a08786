import { useLayoutEffect, useState } from 'preact/hooks'
import { type Box, boxOf, type Mark, markBoxes } from './marks.ts'
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
  marks?: readonly Mark[]
}

/** What the page draws over the message: the chosen story, what is pointed at, the end of the first screen, and where Gmail cuts. */
export function Overlay({ page, scale, stories, drawn, height, fold, selected, marks }: OverlayProps): preact.JSX.Element {
  const [box, setBox] = useState<Box & { story: string | undefined }>()
  const [clip, setClip] = useState<number>()
  const [boxes, setBoxes] = useState<{ mark: Mark; box: Box }[]>([])

  useLayoutEffect(() => {
    const chosen = selected === undefined || selected === '' ? undefined : locateStories(page, stories).get(selected)
    setBox((before) => {
      if (chosen !== undefined) return { story: selected, ...boxOf(chosen) }
      // The message may come before the word of its new titles; until then a story stays where it was.
      return before?.story === selected && stories.some(({ slug }) => slug === selected) ? before : undefined
    })
    const cut = [...page.querySelectorAll<HTMLElement>('[data-gazette-clip]')].findLast((element) => element.getClientRects().length > 0)
    setClip(cut === undefined ? undefined : boxOf(cut).top)
  }, [page, stories, selected, drawn])

  useLayoutEffect(() => {
    setBoxes(marks === undefined ? [] : markBoxes(page, stories, marks))
  }, [page, stories, marks, drawn])

  const at = ({ top, left, width, height: tall }: Box): Record<string, string> => ({ top: px(top * scale), left: px(left * scale), width: px(width * scale), height: px(tall * scale) })
  return (
    <div class="overlay" aria-hidden="true">
      {boxes.map(({ mark, box: marked }, index) =>
        mark.kind === 'loss' || mark.kind === 'difference' ? (
          <div key={index} class={`${mark.kind}-box${mark.chosen ? ' pointed' : ''}`} style={at(marked)} />
        ) : (
          <div key={index} class={`tick ${mark.kind}${mark.chosen ? ' pointed' : ''}`} style={mark.chosen && mark.element !== undefined ? at(marked) : { top: px(marked.top * scale), height: px(marked.height * scale) }} />
        ),
      )}
      {box === undefined ? null : <div class="chosen" style={at(box)} />}
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
