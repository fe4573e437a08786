import { useState } from 'preact/hooks'
import type { Desk } from '../../protocol-desk.ts'
import { edit, stateOf } from './desk-data.ts'

/** Characters that a phone shows of a subject, and an inbox of a preheader after it. */
const usual = { subject: 45, preheader: 90 } as const

/** The subject or the preheader, edited in place. */
export function IssueLine({ kind, label, desk }: { kind: 'subject' | 'preheader'; label: string; desk: Desk }): preact.JSX.Element {
  const line = desk[kind]
  const [draft, setDraft] = useState<{ text: string; base: string }>()
  const text = draft?.text ?? line.written
  const save = (): void => {
    if (draft === undefined) return
    if (draft.text.trim() === line.written) {
      setDraft(undefined)
      return
    }
    void edit({ kind, text: draft.text }, { [desk.file]: draft.base }).then((made) => {
      setDraft(made ? undefined : { ...draft, base: stateOf(desk.file) })
    })
  }
  const length = Array.from(text === '' ? line.shown : text).length
  return (
    <div class="line">
      <label for={`desk-${kind}`}>{label}{text === '' ? ', made from the top stories' : ''}</label>
      <span class={`line-count${length > usual[kind] ? ' over' : ''}`} title={`About ${usual[kind]} characters are seen in a list.`}>{length}</span>
      <textarea
        id={`desk-${kind}`}
        rows={1}
        value={text}
        placeholder={line.shown}
        onInput={(event) => { setDraft({ text: event.currentTarget.value, base: draft?.base ?? stateOf(desk.file) }) }}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.isComposing) return
          if (event.key === 'Enter') {
            event.preventDefault()
            save()
          } else if (event.key === 'Escape') setDraft(undefined)
        }}
      />
    </div>
  )
}
