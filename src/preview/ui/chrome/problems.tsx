import type { IssueView } from '../../protocol.ts'
import { openFile } from '../lib/actions.ts'
import { counted } from '../lib/format.ts'
import { FindingCard } from '../panels/finding-card.tsx'

/** What keeps the issue from being built, over the last message that was good. */
export function Problems({ view }: { view: IssueView }): preact.JSX.Element {
  const [first] = view.problems
  return (
    <section class="problems" aria-labelledby="problems-title" role="alert">
      <h2 id="problems-title">{counted(view.problems.length, 'thing keeps', 'things keep')} this issue from being built</h2>
      <p class="problems-about">{view.message === undefined ? 'Mend it, and the message appears here.' : 'Behind this is the last message that was good. Mend it, and the new one takes its place.'}</p>
      <ol>
        {view.problems.slice(0, 8).map((problem) => (
          <li key={problem.id}>
            <FindingCard finding={problem} open />
          </li>
        ))}
      </ol>
      {view.problems.length > 8 ? <p class="problems-about">and {counted(view.problems.length - 8, 'more', 'more')}, in the terminal</p> : null}
      {first?.file === undefined ? null : (
        <button type="button" class="button primary" onClick={() => { openFile(first.file, first.line, first.column) }}>
          Open {first.file}
        </button>
      )}
    </section>
  )
}
