import { useEffect, useRef } from 'preact/hooks'
import type { OfferedBlurb } from '../../protocol-desk.ts'

/** The article as it is written, with the sentences marked that a blurb was taken from. */
export function Article({ text, isCut, marks }: { text: string; isCut: boolean; marks: OfferedBlurb['marks'] }): preact.JSX.Element {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const mark = box.current?.querySelector('mark')
    // Within its own box alone: the page around it stays where it is.
    if (box.current !== null && mark instanceof HTMLElement) box.current.scrollTop = mark.offsetTop - 12
  }, [marks])
  return (
    <>
      <p class="article-name">Article{marks.length === 0 ? '' : ', with the sentences of the blurb'}</p>
      <div class="article" ref={box} tabIndex={0} role="region" aria-label="The article">
        {pieces(text, marks).map(({ part, isMarked }, index) => (isMarked ? <mark key={index}>{part}</mark> : part))}
        {isCut ? ' …' : ''}
      </div>
    </>
  )
}

function pieces(text: string, marks: OfferedBlurb['marks']): { part: string; isMarked: boolean }[] {
  const result: { part: string; isMarked: boolean }[] = []
  let at = 0
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    result.push({ part: text.slice(at, start), isMarked: false }, { part: text.slice(start, end), isMarked: true })
    at = end
  }
  const parts = [...result, { part: text.slice(at), isMarked: false }]
  const [first, ...others] = parts
  return first === undefined ? [] : [{ ...first, part: first.isMarked ? first.part : first.part.replace(/^\s+/, '') }, ...others]
}
