import type { Finding } from '../../protocol.ts'
import { openFile } from '../lib/actions.ts'

const words = { error: 'error', warning: 'warning', info: 'note' } as const

/** A finding: what is wrong, where, and what to do. */
export function FindingCard({ finding, open, onShow }: { finding: Finding; open: boolean; onShow?: () => void }): preact.JSX.Element {
  const { code, severity, message, hint, file, line, column, excerpt } = finding
  const where = [file, line, column].filter((part) => part !== undefined).join(':')
  return (
    <article class={`finding ${severity}`} id={`finding-${finding.id}`}>
      <p class="finding-message">
        <span class="finding-severity">{words[severity]}</span> {message}
      </p>
      {hint === undefined ? null : <p class="finding-hint">{hint}</p>}
      {open && excerpt !== undefined ? <pre class="finding-excerpt">{excerpt.join('\n')}</pre> : null}
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
        <span class="finding-code" title={`gazette explain ${code}`}>{code}</span>
      </p>
    </article>
  )
}
