import type { IssueView } from '../../protocol.ts'
import { issue } from '../lib/data.ts'
import { go, place } from '../lib/navigate.ts'
import type { Panel } from '../lib/place.ts'
import { useStore } from '../lib/store.ts'
import { DeskPanel } from '../desk/desk-panel.tsx'
import { mayWrite } from '../lib/actions.ts'
import { ChecksPanel } from './checks-panel.tsx'
import { ClientPanel } from './client-panel.tsx'
import { PeoplePanel } from './people-panel.tsx'
import { PipelinePanel } from './pipeline-panel.tsx'
import { SendPanel } from './send-panel.tsx'

const tabs: readonly { panel: Panel; label: string }[] = [
  { panel: 'checks', label: 'Checks' },
  { panel: 'desk', label: 'Desk' },
  { panel: 'people', label: 'Recipients' },
  { panel: 'client', label: 'Client' },
  { panel: 'send', label: 'Send' },
]

/** Panels that change files; they are not there where nothing may be written. */
const writing = new Set<Panel>(['desk', 'send'])

/** The one panel beside the message. */
export function SidePanel(): preact.JSX.Element | null {
  const here = useStore(place)
  const shown = useStore(issue)
  if (here.panel === 'none') return null
  const worst = (shown?.findings ?? []).filter((finding) => finding.severity !== 'info').length
  return (
    <aside class="panel" aria-label="Panel">
      <div class="tabs" role="group" aria-label="Panels">
        {[...tabs, ...(here.panel === 'pipeline' ? [{ panel: 'pipeline' as const, label: 'Pipeline' }] : [])].filter(({ panel }) => mayWrite() || !writing.has(panel)).map(({ panel, label }) => (
          <button type="button" key={panel} aria-pressed={here.panel === panel} onClick={() => { go({ panel }) }}>
            {label}
            {panel === 'checks' && worst > 0 ? <span class="count">{worst}</span> : null}
          </button>
        ))}
      </div>
      <div class="panel-body">{shown === undefined ? null : <Chosen panel={here.panel} shown={shown} />}</div>
    </aside>
  )
}

function Chosen({ panel, shown }: { panel: Panel; shown: IssueView }): preact.JSX.Element {
  switch (mayWrite() || !writing.has(panel) ? panel : 'checks') {
    case 'desk':
      return <DeskPanel shown={shown} />
    case 'send':
      return <SendPanel shown={shown} />
    case 'people':
      return <PeoplePanel shown={shown} />
    case 'client':
      return <ClientPanel shown={shown} />
    case 'pipeline':
      return <PipelinePanel shown={shown} />
    default:
      return <ChecksPanel shown={shown} />
  }
}
