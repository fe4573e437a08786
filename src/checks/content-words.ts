import type { Story } from '../model/issue.ts'
import type { CheckInput } from './input.ts'

/** All words of an issue that come from articles, the issue's file and newsletter.yaml, in one text. */
export function contentWords({ issue, newsletter }: CheckInput, stories: readonly Story[]): string {
  return [
    issue.subject,
    issue.preheader,
    issue.intro.text,
    newsletter.name,
    newsletter.tagline,
    newsletter.postalAddress,
    newsletter.from.name,
    ...issue.sections.flatMap((section) => [section.name, section.intro]),
    ...stories.flatMap((story) => [story.title, story.url, story.blurb.text, story.author, story.source, story.image?.alt, story.image?.src, ...story.tags]),
  ]
    .filter((text) => text !== undefined)
    .join('\n')
}
