import type { Desk, FileDiff } from '../../protocol-desk.ts'
import { IconButton } from '../chrome/controls.tsx'
import { openFile } from '../lib/actions.ts'
import { createStore, useStore } from '../lib/store.ts'
import { outcome, redo, undo } from './desk-data.ts'

/** The latest change as it was written, to be looked at and taken back. */
export function Changes({ desk }: { desk: Desk }): preact.JSX.Element {
  const { done, undone, diff } = desk.history
  const latest = useStore(outcome)
  const last = done.at(-1)
  return (
    <div class="changes">
      <div class="changes-head">
        <p class="changes-label" role="status">{latest?.text ?? last ?? 'Nothing changed from here yet.'}{latest?.isUndo !== true && done.length > 1 ? <span class="changes-count"> · change {done.length}</span> : null}</p>
        <IconButton icon="undo" label="Undo" hint="u" disabled={last === undefined} onClick={() => { void undo() }} />
        <IconButton icon="redo" label={undone[0] === undefined ? 'Redo' : `Redo: ${undone[0]}`} hint="U" disabled={undone.length === 0} onClick={() => { void redo() }} />
      </div>
      {latest?.isUndo === true ? null : diff.map((file) => <Diff key={file.file} diff={file} />)}
    </div>
  )
}

/** Whether the lines are shown; small screens need the room. */
const diffOpen = createStore(true)

const marks = { same: ' ', out: '−', in: '+' } as const
const spoken = { same: '', out: 'removed: ', in: 'added: ' } as const

function Diff({ diff: { file, stretches } }: { diff: FileDiff }): preact.JSX.Element {
  const isOpen = useStore(diffOpen)
  const line = stretches[0]?.find(({ kind }) => kind !== 'same')?.line
  return (
    <details class="diff" open={isOpen} onToggle={(event) => { diffOpen.set(event.currentTarget.open) }}>
      <summary title="Show or hide what was written">{file}</summary>
      <div class="diff-lines" tabIndex={0} role="group" aria-label={`What changed in ${file}`}>
        {stretches.map((stretch, index) => (
          <div class="diff-stretch" key={index}>
            {stretch.map(({ kind, text }, at) => (
              <div class={`diff-line ${kind}`} key={at}><span aria-hidden="true">{marks[kind]}</span><span class="hidden">{spoken[kind]}</span><span>{text}</span></div>
            ))}
          </div>
        ))}
      </div>
      <button type="button" class="link diff-link" onClick={() => { openFile(file, line) }}>Open it in your editor</button>
    </details>
  )
}
