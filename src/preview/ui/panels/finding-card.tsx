import type { Finding } from '../../protocol.ts'
import { copy, openFile } from '../lib/actions.ts'

const words = { error: 'error', warning: 'warning', info: 'note' } as const

/** A finding: what is wrong, where, and what to do. Opened, it also shows the line and why it matters. */
export function FindingCard({ finding, open, onOpen, onShow }: { finding: Finding; open: boolean; onOpen?: () => void; onShow?: () => void }): preact.JSX.Element {
  const { code, severity, message, hint, about, file, line, column, excerpt } = finding
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  const sentence = (
    <>
      <span class="finding-severity">{words[severity]}</span> {message}
    </>
  )
  return (
    <article class={`finding ${severity}`} id={`finding-${finding.id}`}>
      {onOpen === undefined ? (
        <p class="finding-message">{sentence}</p>
      ) : (
        <button type="button" class="finding-message" aria-expanded={open} onClick={onOpen}>
          {sentence}
        </button>
      )}
      {hint === undefined ? null : <p class="finding-hint">{hint}</p>}
      {open && excerpt !== undefined ? <pre class="finding-excerpt" tabIndex={0}>{excerpt.join('\n')}</pre> : null}
      {open && onOpen !== undefined ? <p class="finding-about">{about}</p> : null}
      <p class="finding-place">
        {file === undefined ? null : (
          <button type="button" class="link" title="Open in your editor" onClick={() => { openFile(file, line, column) }}>
            {where}
          </button>
        )}
        {onShow === undefined ? null : (
          <button type="button" class="link" onClick={onShow}>
            show in the message
          </button>
        )}
        {open && onOpen !== undefined ? (
          <button type="button" class="link" onClick={() => { copy(location.href, 'The link to this finding is copied.') }}>
            copy link
          </button>
        ) : null}
        <span class="finding-code" title={`gazette explain ${code}`}>{code}</span>
      </p>
    </article>
  )
}
