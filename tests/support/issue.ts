import type { Issue, Story } from '../../src/model/issue.ts'
import type { Publication } from '../../src/model/publication.ts'

/** A story with all that is not under test filled in. */
export function story(overrides: Partial<Story> & { title: string }): Story {
  const slug = overrides.title.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const text = `What ${overrides.title} is about, told in a sentence or two.`
  return {
    slug,
    url: `https://harbour.example/${slug}`,
    blurb: { html: text, text },
    origin: { text, sentences: [], method: 'editor' },
    readingMinutes: 4,
    section: 'News',
    featured: false,
    sponsored: false,
    tags: [],
    file: `content/articles/${slug}.md`,
    ...overrides,
  }
}

/** An issue of a made-up newsletter. */
export function issue(overrides: Partial<Issue> = {}): Issue {
  return {
    slug: '2026-w48',
    number: 12,
    date: '2026-11-27',
    subject: 'Cranes, tides and a quiet library',
    preheader: 'Also: the ferry that runs on time',
    lang: 'en',
    dir: 'ltr',
    template: 'classic',
    intro: { html: '<p>Good morning.</p>', text: 'Good morning.' },
    lead: story({ title: 'The last crane', featured: true }),
    sections: [{ name: 'News', stories: [story({ title: 'Tide tables' }), story({ title: 'A quiet library' })] }],
    ...overrides,
  }
}

export function publication(overrides: Partial<Publication> = {}): Publication {
  return {
    name: 'The Harbour Review',
    from: { name: 'Harbour Review', address: 'news@harbour.example' },
    url: 'https://harbour.example/',
    postalAddress: '1 Quay Street, Port Ada',
    lang: 'en',
    timezone: 'UTC',
    brand: {},
    links: {},
    ...overrides,
  }
}
