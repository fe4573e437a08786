import type { Issue, Story } from '../../src/model/issue.ts'
import { issue, publication, story } from './issue.ts'

const words = (count: number): string => Array.from({ length: count }, (_, index) => ['harbour', 'crane', 'of', 'the', 'tide', 'library'][index % 6]).join(' ')

/** A story as full as stories get: 45 words, picture, source, author, link with parameters. */
export function fullStory(number: number, overrides: Partial<Story> = {}): Story {
  return story({
    title: `Story ${number} about the cranes that came down in eleven pieces`,
    url: `https://harbour.example/2026/11/story-number-${number}-about-the-cranes/`,
    blurb: { html: `${words(40)} <em>and more</em> of it.`, text: `${words(40)} and more of it.` },
    image: { src: `https://harbour.example/issues/2026-w48/images/picture-${number}-0a1b2c3d.png`, alt: 'A crane with its arm raised against a red sun', width: 600, height: 600 },
    source: 'The Slipway',
    author: 'Bram Quillfeather',
    ...overrides,
  })
}

/** An issue of full stories: one that leads, the others in two sections. */
export function fullIssue(count: number, overrides: Partial<Issue> = {}): Issue {
  const stories = Array.from({ length: count - 1 }, (_, index) => fullStory(index + 2))
  return issue({
    lead: fullStory(1, { image: { src: 'https://harbour.example/lead.png', alt: 'A wall', width: 1200, height: 675 } }),
    sections: [
      { name: 'Harbour', intro: 'What the tide brought in.', stories: stories.slice(0, Math.ceil(stories.length / 2)) },
      { name: 'Energy', stories: stories.slice(Math.ceil(stories.length / 2)) },
    ].filter((section) => section.stories.length > 0),
    ...overrides,
  })
}

/** A newsletter with everything that adds to a message. */
export const weekly = publication({
  tagline: 'A weekly from Port Ada',
  links: { unsubscribe: 'https://harbour.example/u', view: 'https://harbour.example/issues/{issue}/', utm: { utm_source: 'weekly', utm_medium: 'email' } },
})
