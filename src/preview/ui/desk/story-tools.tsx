import type { Desk, DeskStory } from '../../protocol-desk.ts'
import { IconButton } from '../chrome/controls.tsx'
import { Icon } from '../chrome/icons.tsx'
import { openFile } from '../lib/actions.ts'
import { edit, move } from './desk-data.ts'
import { spotBeside, spotOf } from './rearrange.ts'

/** What can be done to a story as a whole. */
export function StoryTools({ story, desk }: { story: DeskStory; desk: Desk }): preact.JSX.Element {
  const { slug, file, featured, lead } = story
  const spot = spotOf(desk, slug)
  const [up, down] = [spotBeside(desk, slug, -1), spotBeside(desk, slug, 1)]
  return (
    <div class="story-tools" role="group" aria-label="This story">
      <IconButton icon="up" label="Move up" disabled={up === undefined} onClick={() => { move(slug, up) }} />
      <IconButton icon="drop" label="Move down" disabled={down === undefined} onClick={() => { move(slug, down) }} />
      <IconButton icon="top" label="Pin to the top of its section" disabled={spot === undefined || spot.index === 0} onClick={() => { if (spot !== undefined) move(slug, { section: spot.section, index: 0 }) }} />
      <IconButton
        icon="star"
        label={featured ? 'No longer feature it' : lead ? 'Feature it: it opens this issue already, and keeps doing so' : 'Feature it: it opens the issue'}
        pressed={featured}
        onClick={() => { void edit({ kind: 'feature', story: slug, on: !featured }) }}
      />
      <IconButton icon="edit" label={`Open ${file} in your editor`} onClick={() => { openFile(file) }} />
      {desk.sections.length < 2 ? null : (
        <label class="select">
          <span class="hidden">Section</span>
          <select aria-label="Section" value={spot?.section ?? ''} onChange={(event) => { move(slug, { section: event.currentTarget.value, index: desk.sections.find(({ name }) => name === event.currentTarget.value)?.stories.length ?? 0 }) }}>
            {desk.sections.map(({ name }) => (
              <option key={name} value={name}>{name}</option>
            ))}
          </select>
          <Icon name="down" />
        </label>
      )}
      <button type="button" class="button small" onClick={() => { void edit({ kind: 'drop', story: slug }) }}>Drop</button>
    </div>
  )
}
