import { useEffect, useRef } from 'preact/hooks'
import type { Finding, IssueView } from '../../protocol.ts'
import { filterFindings, groupFindings } from '../lib/grouped.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { FindingCard } from './finding-card.tsx'
import { SizeMeter } from './size-meter.tsx'

/** What `gazette check` says of the issue, what hurts readers most first, and how much room there is. */
export function ChecksPanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const here = useStore(place)
  const { findings } = shown
  const groups = groupFindings(filterFindings(findings, here.only))
  return (
    <section aria-label="Checks">
      {findings.length === 0 ? <p class="quiet">{shown.judging ? 'Looking…' : 'Nothing to mend.'}</p> : null}
      {findings.length > 1 ? <Filter findings={findings} only={here.only} /> : null}
      {groups.map(({ topic, findings: list }) => (
        <section key={topic} aria-label={topic}>
          {groups.length > 1 || here.only !== '' ? <h3>{topic}</h3> : null}
          <ol class="findings">
            {list.map((finding) => (
              <Item key={finding.id} finding={finding} chosen={finding.id === here.finding} />
            ))}
          </ol>
        </section>
      ))}
      {findings.length > 0 && groups.length === 0 ? <p class="quiet">None of this kind.</p> : null}
      <SizeMeter shown={shown} />
    </section>
  )
}

/** Chips for severities and topics that there are. */
function Filter({ findings, only }: { findings: readonly Finding[]; only: string }): preact.JSX.Element {
  const severities = [['error', 'errors'], ['warning', 'warnings'], ['info', 'notes']] as const
  const chips = [
    { value: '', label: 'All', count: findings.length },
    ...severities.map(([value, label]) => ({ value: value, label: label, count: findings.filter(({ severity }) => severity === value).length })),
    ...groupFindings(findings).map(({ topic, findings: list }) => ({ value: topic, label: topic, count: list.length })),
  ].filter(({ count }) => count > 0)
  return (
    <div class="chips" role="group" aria-label="Show only">
      {chips.map(({ value, label, count }) => (
        <button type="button" key={value} class="chip" aria-pressed={value === only} onClick={() => { go({ only: value }) }}>
          {label} <span class="chip-count">{count}</span><span class="hidden"> {count === 1 ? 'finding' : 'findings'}</span>
        </button>
      ))}
    </div>
  )
}

function Item({ finding, chosen }: { finding: Finding; chosen: boolean }): preact.JSX.Element {
  const element = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  const isInMessage = finding.story !== undefined || finding.element !== undefined
  const show = isInMessage ? { onShow: () => { go({ finding: finding.id, story: finding.story ?? '', view: 'message', client: '' }) } } : {}
  return (
    <li ref={element} class={chosen ? 'chosen' : ''}>
      <FindingCard finding={finding} open={chosen} onOpen={() => { go({ finding: chosen ? '' : finding.id }) }} {...show} />
    </li>
  )
}
