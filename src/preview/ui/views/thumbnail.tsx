import { useEffect, useRef, useState } from 'preact/hooks'
import { Frame } from '../frame/frame.tsx'
import type { Framed } from './framed.ts'

/** Size of the picture on the page. */
const box = { width: 116, height: 156 }

/** A small picture of the message, drawn when it comes into sight. */
export function Thumbnail(props: Framed & { width: number; label: string; onChoose: () => void }): preact.JSX.Element {
  const { width, label, onChoose, ...frame } = props
  const element = useRef<HTMLButtonElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    const target = element.current
    if (target === null || seen) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
    }, { rootMargin: '200px' })
    observer.observe(target)
    return () => {
      observer.disconnect()
    }
  }, [seen])
  return (
    <button type="button" class="thumbnail" ref={element} aria-label={label} style={{ width: `${box.width}px`, height: `${box.height}px` }} onClick={onChoose}>
      <span class="thumbnail-picture" aria-hidden="true">{seen ? <Frame {...frame} width={width} scale={box.width / width} label={label} still /> : null}</span>
    </button>
  )
}
