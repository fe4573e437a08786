import type { Strings } from '../../model/strings.ts'

export const en: Strings = {
  readMore: 'Read more',
  sponsored: 'Sponsored',
  issueNumber: 'Issue {number}',
  unsubscribe: 'Unsubscribe',
  viewInBrowser: 'View in browser',
  whyYouGetThis: 'You get this message because you subscribed to {name}.',
  inThisIssue: 'In this issue',
  by: 'By',
  links: 'Links',
  quoted: '“{text}”',
  storyCount: { one: '{number} story', other: '{number} stories' },
}
