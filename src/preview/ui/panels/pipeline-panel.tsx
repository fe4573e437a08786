import type { IssueView } from '../../protocol.ts'
import { counted, duration } from '../lib/format.ts'

/** Every stage of the build with its time and its findings. */
export function PipelinePanel({ shown }: { shown: IssueView }): preact.JSX.Element {
  const longest = Math.max(1, ...shown.stages.map((stage) => stage.milliseconds))
  return (
    <section aria-label="Pipeline">
      <p class="quiet">The last build took {duration(shown.took)}.</p>
      <ol class="stages">
        {shown.stages.map((stage) => (
          <li key={stage.name} class={stage.ran ? '' : 'passed-over'}>
            <span class="stage-name">{stage.name}</span>
            <span class="stage-time">{stage.ran ? `${stage.milliseconds.toFixed(1)} ms` : 'passed over'}</span>
            <span class="stage-about">
              {stage.about}
              {stage.findings === 0 ? '' : ` · ${counted(stage.findings, 'finding')}`}
            </span>
            <span class="stage-track" aria-hidden="true"><span style={{ width: `${(stage.milliseconds / longest) * 100}%` }} /></span>
          </li>
        ))}
      </ol>
    </section>
  )
}
