import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { type DarkenedPage, type ForcedDark, forceDark } from '../../../model/force-dark.ts'
import { builds } from '../lib/data.ts'
import { handleKey } from '../lib/keys.ts'
import { transport } from '../lib/transport.ts'
import type { Mark } from './marks.ts'
import { locateStories, type Sought } from './stories.ts'
import { morph } from './morph.ts'
import { Overlay } from './overlay.tsx'

export interface FrameProps {
  /** Path of the HTML, without which recipient or bytes it is. */
  path: string
  /** Changes when the HTML does. */
  version: string
  /** Pictures from elsewhere may be loaded; decided by the server, so the frame starts anew. */
  remote: boolean
  width: number
  /** How much smaller it is drawn, 1 for full size. */
  scale: number
  /** Height of the device's screen, for the line where it ends. */
  fold?: number
  label: string
  /** Only a picture: nothing in it is to be reached. */
  still?: boolean
  stories: readonly Sought[]
  selected?: string
  /** Colours are changed as clients change them on a dark screen. */
  dark?: ForcedDark
  /** What is pointed at. */
  marks?: readonly Mark[]
  /** Told the element that was clicked and the story around it. */
  onSelect?: (target: HTMLElement, story: string | undefined) => void
  onLoad?: (page: Document) => void
}

/** Policy of a message where no server can send one with it. */
const inlinePolicy = (remote: boolean): string =>
  `default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: file:${remote ? ' https: http:' : ''}; form-action 'none'; base-uri 'none'`

/**
 * The message in a frame that can run nothing. The page looks into it from outside: that is how the height is known,
 * stories are found, keys pressed inside it arrive, and a new version takes the place of the old one bit by bit.
 */
export function Frame(props: FrameProps): preact.JSX.Element {
  const { path, version, remote, width, scale, fold, label, stories, selected, dark, marks, still = false, onSelect, onLoad } = props
  const element = useRef<HTMLIFrameElement>(null)
  const [page, setPage] = useState<Document>()
  const [height, setHeight] = useState(600)
  const [drawn, setDrawn] = useState(0)
  const shown = useRef('')
  const look = `${path} ${dark ?? ''}`
  const wanted = `${version} ${look}`
  /** Nodes of the message that its stories have yet to be told of. */
  const changed = useRef<Node[]>([])
  const order = useRef({ asked: 0, answered: 0 })

  const measure = useCallback((current: Document) => {
    const body = current.body as HTMLElement | null
    if (body === null) return
    const margin = Number.parseFloat(current.defaultView?.getComputedStyle(body).marginBottom ?? '0') || 0
    setHeight(Math.max(120, Math.ceil(body.getBoundingClientRect().bottom + (current.defaultView?.scrollY ?? 0) + margin)))
    setDrawn((count) => count + 1)
  }, [])

  const loaded = useCallback(() => {
    const current = element.current?.contentDocument ?? undefined
    if (current?.body === undefined || current.URL === 'about:blank') return
    if (dark !== undefined) forceDark(current as unknown as DarkenedPage, dark)
    shown.current = wanted
    setPage(current)
    measure(current)
    onLoad?.(current)
  }, [wanted, dark, measure, onLoad])

  /** Brings in what the server has, or will have when the build is done that it is at. */
  const bring = useCallback(async (current: Document, isLate: () => boolean) => {
    const ticket = ++order.current.asked
    const answer = await transport.frame(path)
    // Answers may come in another order than questions; an old one must not take the place of a newer one.
    if (isLate() || ticket < order.current.answered) return
    order.current.answered = ticket
    const brought = `${answer.version ?? version} ${look}`
    if (shown.current === brought) return
    shown.current = brought
    changed.current.push(...morph(current, parse(current, answer.html)))
    if (dark !== undefined) forceDark(current as unknown as DarkenedPage, dark)
    measure(current)
    onLoad?.(current)
  }, [path, version, look, dark, measure, onLoad])

  useEffect(() => {
    if (page === undefined) return
    if (shown.current === wanted) {
      flash(page, stories, changed.current.splice(0))
      return
    }
    let late = false
    void bring(page, () => late).catch(() => undefined)
    return () => {
      late = true
    }
  }, [page, wanted, stories, bring])

  const latest = useRef({ bring, look })
  latest.current = { bring, look }
  useEffect(() => {
    // Small pictures come later: a browser opens only a few lines to a server, and these would be in the way.
    if (page === undefined || still) return
    return builds.follow(() => {
      const { bring: ask, look: asked } = latest.current
      void ask(page, () => latest.current.look !== asked).catch(() => undefined)
    })
  }, [page, still])

  useEffect(() => {
    if (page === undefined) return
    const again = (): void => {
      measure(page)
    }
    const observer = new ResizeObserver(again)
    observer.observe(page.body)
    page.addEventListener('load', again, true)
    return () => {
      observer.disconnect()
      page.removeEventListener('load', again, true)
    }
  }, [page, measure])

  useEffect(() => {
    if (page === undefined) return
    const clicked = (event: MouseEvent): void => {
      const target = event.target as HTMLElement
      const link = target.closest<HTMLAnchorElement>('a[href]')
      if (link !== null) event.preventDefault()
      if (link !== null && (event.metaKey || event.ctrlKey) && /^https?:/.test(link.href)) window.open(link.href, '_blank', 'noopener')
      const story = [...locateStories(page, stories)].find(([, found]) => found.contains(target))
      onSelect?.(target, story?.[0])
    }
    page.addEventListener('click', clicked)
    page.addEventListener('keydown', handleKey)
    return () => {
      page.removeEventListener('click', clicked)
      page.removeEventListener('keydown', handleKey)
    }
  }, [page, stories, onSelect])

  const source = useSource(path, remote)
  return (
    <div class="frame" style={{ width: `${width * scale}px`, height: `${height * scale}px` }}>
      <iframe
        key={remote ? 'remote' : 'local'}
        ref={element}
        title={label}
        tabIndex={still ? -1 : 0}
        sandbox="allow-same-origin"
        referrerpolicy="no-referrer"
        onLoad={loaded}
        {...source}
        style={{ width: `${width}px`, height: `${height}px`, transform: scale === 1 ? 'none' : `scale(${scale})` }}
      />
      {page === undefined || still ? null : <Overlay page={page} scale={scale} stories={stories} drawn={drawn} height={height} {...(fold === undefined ? {} : { fold })} {...(selected === undefined ? {} : { selected })} {...(marks === undefined ? {} : { marks })} />}
    </div>
  )
}

/** Parsed by the frame's own parser, whose documents are under the frame's policy and not under that of the page. */
function parse(page: Document, html: string): Document {
  return new (page.defaultView?.DOMParser ?? DOMParser)().parseFromString(html, 'text/html')
}

/** What the frame starts with; later versions are brought in without loading it again. */
function useSource(path: string, remote: boolean): { src: string } | { srcdoc: string } {
  const first = useRef<{ remote: boolean; path: string } | undefined>(undefined)
  if (first.current?.remote !== remote) first.current = { remote, path }
  const [html, setHtml] = useState<string>()
  useEffect(() => {
    if (!transport.isStatic || html !== undefined) return
    void transport.text(path).then(setHtml, () => undefined)
  }, [path, html])
  if (!transport.isStatic) return { src: first.current.path }
  const meta = `<meta http-equiv="Content-Security-Policy" content="${inlinePolicy(remote)}">`
  return { srcdoc: html === undefined ? '' : html.replace(/<head[^>]*>/i, (head) => head + meta) }
}

/** Shows for a moment which stories are not what they were. */
function flash(page: Document, stories: readonly Sought[], changed: readonly Node[]): void {
  if (changed.length === 0 || matchMedia('(prefers-reduced-motion: reduce)').matches) return
  const found = [...locateStories(page, stories).values()].filter((element) => changed.some((node) => element.contains(node)))
  // When everything changed, as with another client or template, there is nothing to point at.
  if (found.length > 3) return
  for (const element of found) element.animate([{ backgroundColor: 'rgb(11 102 112 / 0.18)' }, { backgroundColor: 'rgb(11 102 112 / 0)' }], { duration: 150, easing: 'ease-out' })
}
