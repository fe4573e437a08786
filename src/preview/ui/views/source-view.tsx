import { useEffect, useMemo, useRef } from 'preact/hooks'
import type { IssueView } from '../../protocol.ts'
import { Segments } from '../chrome/controls.tsx'
import { copy } from '../lib/actions.ts'
import { size } from '../lib/format.ts'
import { messagePath } from '../../protocol-paths.ts'
import { exactLines, laidOutLines, lineAt } from '../lib/markup.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { useText } from '../lib/use-text.ts'

/** The HTML part, coloured, with lines that can be linked to. */
export function SourceView({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const html = useText(messagePath('source', shown.slug, here.to), shown.message?.version ?? '') ?? ''
  const lines = useMemo(() => (here.exact ? exactLines(html) : laidOutLines(html)), [html, here.exact])
  const line = here.line === 0 && here.at > 0 ? lineAt(lines, here.at) : here.line
  const target = useRef<HTMLLIElement>(null)
  useEffect(() => {
    target.current?.scrollIntoView({ block: 'center' })
  }, [line, lines])
  return (
    <div class="paper">
      <div class="paper-bar">
        <Segments label="Layout" choices={[{ value: 'laid', label: 'Laid out' }, { value: 'exact', label: 'As sent' }]} value={here.exact ? 'exact' : 'laid'} onChange={(value) => { go({ exact: value === 'exact', line: 0, at: 0 }) }} />
        <span>{size(shown.message?.size.html ?? 0)}</span>
        <button type="button" class="button small" onClick={() => { copy(html, 'The source is copied.') }}>Copy</button>
      </div>
      <ol class="source" tabIndex={0} aria-label="HTML source">
        {lines.map((row, index) => (
          <li key={index} class={line === index + 1 ? 'target' : ''} {...(line === index + 1 ? { ref: target } : {})}>
            <button type="button" class="line-number" tabIndex={-1} aria-label={`Line ${index + 1}`} title="Link to this line" onClick={() => { go({ line: line === index + 1 ? 0 : index + 1, at: 0 }) }}>
              {index + 1}
            </button>
            <code style={{ paddingLeft: `${row.indent * 1.25}em` }}>
              {row.tokens.map(({ kind, text }, at) => (kind === 'text' ? text : <span key={at} class={`t-${kind}`}>{text}</span>))}
            </code>
          </li>
        ))}
      </ol>
    </div>
  )
}
