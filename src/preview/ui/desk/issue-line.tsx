import { useState } from 'preact/hooks'
import type { Desk } from '../../protocol-desk.ts'
import { overview } from '../lib/data.ts'
import { useStore } from '../lib/store.ts'
import { edit, stateOf } from './desk-data.ts'
import { lineWords } from './line-words.ts'

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
  const guides = useStore(overview)?.inbox ?? []
  const { words, tooLong } = lineWords(kind, text === '' ? line.shown : text, guides)
  return (
    <div class="line">
      <label for={`desk-${kind}`}>{label}{text === '' ? ', made from the top stories' : ''}</label>
      <textarea
        id={`desk-${kind}`}
        aria-describedby={`desk-${kind}-length`}
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
      <span id={`desk-${kind}-length`} class={`line-count${tooLong ? ' over' : ''}`} title="About as much as their lists show; the Inbox view shows how it looks.">{words}</span>
    </div>
  )
}
