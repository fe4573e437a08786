import { isSameStory, leastLikeness, type StoryMark } from './same-story.ts'
import { mostLikeness, titleKey } from './similar.ts'

/** Stories, found by others that are like them. */
export interface StoryIndex<Story extends StoryMark> {
  add: (story: Story) => void
  /** Of those that are the same story as this one, the one that was added first. */
  find: (mark: StoryMark) => Story | undefined
}

interface Place<Story> {
  at: number
  story: Story
}

/**
 * Makes an index. Two stories can only be one when they have a title in common or many numbers of their prints, so that
 * a pull of a thousand entries compares each with a few others and not with all.
 */
export function createStoryIndex<Story extends StoryMark>(stories: Iterable<Story> = []): StoryIndex<Story> {
  const byTitle = new Map<string, Place<Story>[]>()
  const byNumber = new Map<number, Place<Story>[]>()
  let size = 0
  const add = (story: Story): void => {
    const place = { at: size++, story }
    enter(byTitle, titleKey(story.title), place)
    for (const number of story.print) enter(byNumber, number, place)
  }
  for (const story of stories) add(story)
  return {
    add,
    find: (mark) => {
      const candidates = new Set(byTitle.get(titleKey(mark.title)))
      for (const [place, shared] of sharing(mark.print, byNumber)) {
        if (mostLikeness(shared, place.story.print, mark.print) >= leastLikeness) candidates.add(place)
      }
      let first: Place<Story> | undefined
      for (const place of candidates) if (place.at < (first?.at ?? Infinity) && isSameStory(place.story, mark)) first = place
      return first?.story
    },
  }
}

function enter<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const others = map.get(key)
  if (others === undefined) map.set(key, [value])
  else others.push(value)
}

/** The places that have numbers of a print, and how many. */
function sharing<Story>(print: readonly number[], byNumber: ReadonlyMap<number, readonly Place<Story>[]>): Map<Place<Story>, number> {
  const counts = new Map<Place<Story>, number>()
  for (const number of print) for (const place of byNumber.get(number) ?? []) counts.set(place, (counts.get(place) ?? 0) + 1)
  return counts
}
