import { useState } from 'preact/hooks'
import type { DeskStory, OfferedBlurb } from '../../protocol-desk.ts'
import { Article } from './article.tsx'
import { edit, stateOf, trouble } from './desk-data.ts'
import { Offers } from './offers.tsx'
import { useMeasure } from './use-measure.ts'
import { useStoryText } from './use-story-text.ts'

/** What was typed or chosen and not saved, and the state of the file that it was begun on. */
interface Draft {
  /** Left out when it was not touched, so that saving the other leaves it as the file has it. */
  title?: string
  blurb?: string
  base: string
}

/** Title and blurb of a story, edited in place, beside the blurbs that could be and the article they come from. */
export function StoryEditor({ story, issue }: { story: DeskStory; issue: string }): preact.JSX.Element {
  const { slug, file } = story
  const [draft, setDraft] = useState<Draft>()
  const [pointed, setPointed] = useState<OfferedBlurb>()
  const words = useStoryText(issue, slug, stateOf(file))
  const title = draft?.title ?? story.title
  const blurb = draft?.blurb ?? story.blurb.source
  const offered = words?.offered ?? []
  const chosen = offered.find((offer) => sourceOf(offer) === blurb.trim() || offer.text === blurb.trim())
  const measured = useMeasure(blurb, story.blurb)
  const isDirty = title.trim() !== story.title || blurb.trim() !== story.blurb.source
  const type = (change: Partial<Draft>): void => {
    setDraft({ ...draft, base: draft?.base ?? stateOf(file), ...change })
  }
  const save = async (): Promise<void> => {
    if (draft === undefined || !isDirty) return
    const base = { [file]: draft.base }
    // The blurb that Gazette takes by itself needs no words in the file.
    const written = chosen?.source === '' ? '' : blurb
    const made =
      (title.trim() === story.title || (await edit({ kind: 'title', story: slug, text: title }, base))) &&
      (blurb.trim() === story.blurb.source || (await edit({ kind: 'blurb', story: slug, text: written }, base)))
    // What was typed stays; saved once more, it goes over what is in the file now.
    setDraft(made ? undefined : { ...draft, base: stateOf(file) })
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.isComposing) return
    const inTitle = (event.target as HTMLElement).id === 'editor-title'
    if (event.key === 'Enter' && (inTitle || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void save()
    } else if (event.key === 'Escape') {
      setDraft(undefined)
      trouble.set(undefined)
    }
  }
  const spare = story.blurb.budget - measured.words
  return (
    <div class="editor" onKeyDown={pressed}>
      <label for="editor-title">Title</label>
      <input id="editor-title" type="text" value={title} onInput={(event) => { type({ title: event.currentTarget.value }) }} />
      <label for="editor-blurb">Blurb</label>
      <textarea id="editor-blurb" rows={4} value={blurb} aria-describedby="editor-count" onInput={(event) => { type({ blurb: event.currentTarget.value }) }} />
      <div class="editor-foot">
        <span id="editor-count" class={`editor-count${spare < 0 ? ' over' : ''}`}>
          {measured.words} of {story.blurb.budget} words{spare < 0 ? `, ${-spare} too many` : ''}
        </span>
        {isDirty ? (
          <>
            <button type="button" class="button small" onClick={() => { setDraft(undefined) }}>Revert</button>
            <button type="button" class="button small primary" title="Save (Ctrl or ⌘ and Enter)" onClick={() => { void save() }}>Save</button>
          </>
        ) : story.blurb.method === 'editor' ? (
          <button type="button" class="button small" onClick={() => { void edit({ kind: 'blurb', story: slug, text: '' }) }}>Leave it to Gazette</button>
        ) : null}
      </div>
      <Offers offered={offered} chosen={chosen} onChoose={(offer) => { type({ blurb: sourceOf(offer) }) }} onPoint={setPointed} />
      {words === undefined ? null : <Article text={words.article} isCut={words.isCut} marks={(pointed ?? chosen)?.marks ?? []} />}
    </div>
  )
}

/** What an offer puts into the field. */
function sourceOf({ source, text }: OfferedBlurb): string {
  return source === '' ? text : source
}
