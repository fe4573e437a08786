import { likeness, titleKey, titleLikeness } from './similar.ts'

/** What is compared of two stories. */
export interface StoryMark {
  title: string
  /** As `fingerprint` makes it. */
  print: readonly number[]
  /** Day, such as 2026-11-20. */
  day: string
  /** Site that it is from. */
  host?: string
}

/** Days between which one story travels from site to site. */
const travels = 10

/** Words of a headline that two sites do not write by chance on the same day. */
const telling = 5

/** How alike texts must be at least to be one story, but for a headline taken over. */
export const leastLikeness = 0.45

/** Whether two texts are one story: near-identical, alike under titles that are, or a headline taken over by another site. */
export function isSameStory(a: StoryMark, b: StoryMark): boolean {
  const days = Math.abs(Date.parse(a.day) - Date.parse(b.day)) / 86_400_000
  if (days > travels) return false
  const alike = likeness(a.print, b.print)
  // The print of a short text is too small a sample to go by alone.
  if (alike >= 0.8 && Math.min(a.print.length, b.print.length) >= 12) return true
  const mayBeTaken = days <= 1 && a.host !== undefined && b.host !== undefined && a.host !== b.host && a.title.trim().split(/\s+/).length >= telling
  if (!mayBeTaken && alike < leastLikeness) return false
  const sameTitle = titleKey(a.title) === titleKey(b.title)
  if (mayBeTaken && sameTitle) return true
  return alike >= leastLikeness && (sameTitle || (alike >= 0.5 && titleLikeness(a.title, b.title) >= 0.6))
}
