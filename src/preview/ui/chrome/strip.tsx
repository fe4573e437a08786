import type { StageRow } from '../../protocol.ts'
import { issue } from '../lib/data.ts'
import { counted, duration } from '../lib/format.ts'
import { go, place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'

/** Part of the whole time from which on a stage has room for its name. */
const named = 0.09

/** The stages of the last build by the time they took; leads to the panel that tells more. */
export function Strip(): preact.JSX.Element | null {
  const shown = useStore(issue)
  const here = useStore(place)
  if (shown === undefined || shown.stages.length === 0) return null
  const stages = shown.stages.filter((stage) => stage.ran)
  const total = Math.max(1, stages.reduce((sum, stage) => sum + stage.milliseconds, 0))
  const found = stages.reduce((sum, stage) => sum + stage.findings, 0)
  const isOpen = here.panel === 'pipeline'
  return (
    <button
      type="button"
      class="strip"
      aria-pressed={isOpen}
      title="Pipeline (l)"
      onClick={() => { go({ panel: isOpen ? 'checks' : 'pipeline' }) }}
    >
      <span class="strip-words">
        <span class="hidden">Pipeline: </span>built in {duration(shown.took)}<span class="hidden">, {counted(found, 'finding')}: </span>
      </span>
      <span class="strip-stages">
        {stages.map((stage) => (
          <span key={stage.name} class={classOf(stage)} style={{ flexGrow: stage.milliseconds / total }} title={`${stage.name} ${duration(stage.milliseconds)}`}>
            {stage.milliseconds / total >= named ? stage.name : ''}
          </span>
        ))}
      </span>
    </button>
  )
}

function classOf({ findings }: StageRow): string {
  return findings > 0 ? 'strip-stage found' : 'strip-stage'
}
