import { useEffect, useRef } from 'preact/hooks'
import type { Finding, IssueView } from '../../protocol.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { FindingCard } from './finding-card.tsx'

/** What `gazette check` says of the issue, what hurts readers most first. */
export function ChecksPanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const { findings } = shown
  return (
    <section aria-label="Checks">
      {findings.length === 0 ? <p class="quiet">Nothing to mend.</p> : null}
      <ol class="findings">
        {findings.map((finding) => (
          <Item key={finding.id} finding={finding} chosen={finding.id === here.finding} />
        ))}
      </ol>
    </section>
  )
}

function Item({ finding, chosen }: { finding: Finding; chosen: boolean }): preact.JSX.Element {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const show = finding.story === undefined ? {} : { onShow: () => { go({ finding: finding.id, story: finding.story ?? '', view: 'message' as const }) } }
  return (
    <li ref={element} class={chosen ? 'chosen' : ''}>
      <FindingCard finding={finding} open={chosen} {...show} />
    </li>
  )
}
