import { MessageContext } from '../checks/message-context.ts'
import { storySizes } from '../checks/story-sizes.ts'
import type { Issue } from '../model/issue.ts'

/** Bytes of HTML that a story takes. */
export interface MeasuredStory {
  slug: string
  bytes: number
}

/**
 * How much of the HTML each story takes, in the order of the message.
 *
 * @param html the HTML of one recipient's message
 */
export function measureStories(issue: Issue, html: string): MeasuredStory[] {
  return storySizes(new MessageContext(issue, html)).map(({ story, bytes }) => ({ slug: story.slug, bytes }))
}
