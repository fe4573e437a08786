import type { IssueView } from '../../protocol.ts'
import { kilobytes, roomWords } from '../lib/format.ts'
import { go } from '../lib/navigate.ts'

/** How much of what Gmail shows the message takes, and which stories take it. */
export function SizeMeter({ shown }: { shown: IssueView }): preact.JSX.Element | null {
  const size = shown.message?.size
  if (size === undefined || size.stories.length === 0) return null
  const { html, clip, stories } = size
  const own = stories.reduce((sum, story) => sum + story.bytes, 0)
  const largest = Math.max(...stories.map(({ bytes }) => bytes))
  const titles = new Map(shown.stories.map(({ slug, title }) => [slug, title]))
  return (
    <section class="sizes" aria-label="Size">
      <h3>Size</h3>
      <p>
        {kilobytes(html)} of {kilobytes(clip)} · {roomWords(size)}
      </p>
      <ol>
        {stories.map(({ slug, bytes }) => (
          <li key={slug}>
            <button type="button" onClick={() => { go({ story: slug, view: 'message' }) }}>
              <span class="size-title">{titles.get(slug) ?? slug}</span>
              <span class="size-bytes">{kilobytes(bytes)}</span>
              <span class="size-track" aria-hidden="true"><span style={{ width: `${(bytes / largest) * 100}%` }} /></span>
            </button>
          </li>
        ))}
        <li class="size-rest">
          <span class="size-title">Everything around the stories</span>
          <span class="size-bytes">{kilobytes(Math.max(0, html - own))}</span>
        </li>
      </ol>
    </section>
  )
}
