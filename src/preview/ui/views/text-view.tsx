import type { IssueView } from '../../protocol.ts'
import { copy } from '../lib/actions.ts'
import { counted, size } from '../lib/format.ts'

/** The plain-text part, as a program without HTML shows it. */
export function TextView({ shown }: { shown: IssueView }): preact.JSX.Element {
  const text = shown.message?.text ?? ''
  const longest = Math.max(0, ...text.split('\n').map((line) => line.length))
  return (
    <div class="paper">
      <div class="paper-bar">
        <span>
          {size(shown.message?.size.text ?? 0)} · {counted(text.split('\n').length, 'line')} · longest {counted(longest, 'character')}
        </span>
        <button type="button" class="button small" onClick={() => { copy(text, 'The text is copied.') }}>Copy</button>
      </div>
      <pre class="text" tabIndex={0}>{linked(text)}</pre>
    </div>
  )
}

/** Addresses stand out, as they do in a mail program; they lead nowhere here. */
function linked(text: string): (string | preact.JSX.Element)[] {
  return text.split(/(https?:\/\/[^\s)>\]]+|mailto:[^\s)>\]]+)/).map((piece, index) => (index % 2 === 1 ? <span class="address" key={index}>{piece}</span> : piece))
}
