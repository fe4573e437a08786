import { useMemo } from 'preact/hooks'
import type { IssueView, MessageView } from '../../protocol.ts'
import { type DiffLine, diffLines } from '../lib/diff.ts'
import { counted } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { labelOf } from '../lib/people.ts'
import { useStore } from '../lib/store.ts'
import { useIssueAs } from '../lib/use-issue-as.ts'

/** In what the messages of two recipients differ, header by header and line by line. */
export function Differences({ shown }: { shown: IssueView }): preact.JSX.Element | null {
  const here = useStore(place)
  const other = useIssueAs(shown, here.with)
  const [first, second] = [shown.message, other?.message]
  const found = useMemo(() => (first === undefined || second === undefined ? undefined : compare(first, second)), [first, second])
  if (here.with === '') return null
  return (
    <section class="differences" aria-label="Differences">
      <h3 class="first">
        {labelOf(here.to)} and {labelOf(here.with)}
      </h3>
      {found === undefined ? null : found.headers.length + found.text.length === 0 ? (
        <p class="quiet">They get the same message, to the letter.</p>
      ) : (
        <>
          <Changes title={counted(count(found.headers), 'header field')} lines={found.headers} />
          <Changes title={`${counted(count(found.text), 'line')} of the text`} lines={found.text} />
        </>
      )}
      <p class="panel-end">
        <button type="button" class="link" onClick={() => { go({ with: '' }) }}>
          Stop comparing
        </button>
      </p>
    </section>
  )
}

function Changes({ title, lines }: { title: string; lines: readonly DiffLine[] }): preact.JSX.Element | null {
  if (lines.length === 0) return null
  return (
    <>
      <p class="quiet">{title}</p>
      <ul class="changes">
        {lines.map(({ kind, text }, index) => (
          <li key={index} class={kind}>
            <span class="hidden">{kind === 'less' ? 'first: ' : 'second: '}</span>
            {text}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Only what changed: what is the same is in the message itself. */
function compare(first: MessageView, second: MessageView): { headers: DiffLine[]; text: DiffLine[] } {
  const headers = (message: MessageView): string[] => message.headers.map(({ name, value }) => `${name}: ${value}`)
  const changed = (lines: readonly DiffLine[]): DiffLine[] => lines.filter(({ kind }) => kind !== 'same')
  return { headers: changed(diffLines(headers(first), headers(second))), text: changed(diffLines(first.text.split('\n'), second.text.split('\n'))) }
}

function count(lines: readonly DiffLine[]): number {
  return Math.max(lines.filter(({ kind }) => kind === 'less').length, lines.filter(({ kind }) => kind === 'more').length)
}
