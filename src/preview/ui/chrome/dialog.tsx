import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Store } from '../lib/store.ts'
import { useStore } from '../lib/store.ts'

/** A sheet over the page that Escape, a click beside it, or its end closes; focus then goes back where it was. */
export function Dialog({ open, label, class: name, children }: { open: Store<boolean>; label: string; class: string; children: ComponentChildren }): preact.JSX.Element | null {
  const isOpen = useStore(open)
  const element = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (isOpen) element.current?.showModal()
  }, [isOpen])
  if (!isOpen) return null
  const close = (): void => {
    open.set(false)
  }
  return (
    <dialog ref={element} class={name} aria-label={label} onClose={close} onClick={(event) => { if (event.target === element.current) element.current?.close() }}>
      {children}
    </dialog>
  )
}
