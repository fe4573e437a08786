import type { DeskEdit } from '../../../model/desk.ts'
import type { Desk, DeskStory, TrayRow } from '../../protocol-desk.ts'

/** Where a story stands. */
export interface Spot {
  section: string
  index: number
}

/** The desk as it will be after a move, to be shown before the server has answered. */
export function rearranged(desk: Desk, edit: DeskEdit): Desk {
  if (edit.kind !== 'place' && edit.kind !== 'drop') return desk
  const story = storyIn(desk, edit.story)
  const row = desk.tray.find(({ slug }) => slug === edit.story)
  const moved = story ?? (row === undefined ? undefined : fresh(row))
  if (moved === undefined) return desk
  const sections = desk.sections.map((section) => {
    const stories = section.stories.filter(({ slug }) => slug !== edit.story)
    if (edit.kind === 'place' && edit.section === section.name) stories.splice(edit.index, 0, moved)
    return { ...section, stories }
  })
  return { ...desk, sections, tray: desk.tray.filter(({ slug }) => slug !== edit.story) }
}

function fresh({ slug, title }: TrayRow): DeskStory {
  return { slug, title, file: '', lead: false, featured: false, sponsored: false, blurb: { text: '', source: '', words: 0, budget: 0, method: 'none' } }
}

function storyIn(desk: Desk, slug: string): DeskStory | undefined {
  return desk.sections.flatMap(({ stories }) => stories).find((story) => story.slug === slug)
}

export function spotOf(desk: Desk, slug: string): Spot | undefined {
  for (const { name, stories } of desk.sections) {
    const index = stories.findIndex((story) => story.slug === slug)
    if (index !== -1) return { section: name, index }
  }
  return undefined
}

/** The spot one up or down; past the end of a section lies the next one. */
export function spotBeside(desk: Desk, slug: string, step: -1 | 1): Spot | undefined {
  const spot = spotOf(desk, slug)
  if (spot === undefined) return undefined
  const at = desk.sections.findIndex(({ name }) => name === spot.section)
  const length = desk.sections[at]?.stories.length ?? 0
  const index = spot.index + step
  if (index >= 0 && index < length) return { section: spot.section, index }
  const beside = desk.sections[at + step]
  return beside === undefined ? undefined : { section: beside.name, index: step > 0 ? 0 : beside.stories.length }
}

/**
 * The spot of a story dropped into a gap between the rows of a section.
 *
 * @param gap number of the rows above it, the story's own row among them
 * @returns undefined when it would lie where it lies
 */
export function spotInGap(desk: Desk, slug: string, section: string, gap: number): Spot | undefined {
  const spot = spotOf(desk, slug)
  if (spot?.section !== section) return { section, index: gap }
  const index = gap > spot.index ? gap - 1 : gap
  return index === spot.index ? undefined : { section, index }
}
