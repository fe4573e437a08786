import { CheckContext } from '../checks/context.ts'
import type { CheckInput } from '../checks/input.ts'
import { storySizes } from '../checks/story-sizes.ts'

/** Bytes of HTML that a story takes. */
export interface MeasuredStory {
  slug: string
  bytes: number
}

/**
 * How much of the HTML each story takes, in the order of the message.
 *
 * @param input what the checks saw of the issue
 * @param html the HTML of one recipient's message
 */
export function measureStories(input: CheckInput, html: string): MeasuredStory[] {
  return storySizes(new CheckContext({ ...input, html })).map(({ story, bytes }) => ({ slug: story.slug, bytes }))
}
