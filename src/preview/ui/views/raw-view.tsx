import type { IssueView } from '../../protocol.ts'
import { size } from '../lib/format.ts'
import { messagePath } from '../../protocol-paths.ts'
import { place } from '../lib/navigate.ts'
import { useStore } from '../lib/store.ts'
import { transport } from '../lib/transport.ts'
import { useText } from '../lib/use-text.ts'

/** Attached pictures make a message long; what is beyond this is left to the downloaded file. */
const longest = 400_000

/** The message byte by byte. */
export function RawView({ shown }: { shown: IssueView }): preact.JSX.Element {
  const { to } = useStore(place)
  const path = messagePath('raw', shown.slug, to)
  const raw = useText(path, shown.message?.version ?? '') ?? ''
  return (
    <div class="paper">
      <div class="paper-bar">
        <span>{size(shown.message?.size.message ?? 0)}, as it is sent</span>
        {transport.isStatic ? null : <a class="button small" href={`${path}${path.includes('?') ? '&' : '?'}download=1`} download={`${shown.slug}.eml`}>Save as {shown.slug}.eml</a>}
      </div>
      <pre class="raw" tabIndex={0}>{raw.slice(0, longest)}</pre>
      {raw.length > longest ? <p class="paper-note">and {size(raw.length - longest)} more, in the saved file</p> : null}
    </div>
  )
}
