import type { CheckInput, LocalPicture } from '../../src/checks/input.ts'
import { newsletterSchema, type Newsletter } from '../../src/config/newsletter.ts'
import type { Article } from '../../src/model/article.ts'
import type { Blurb } from '../../src/model/blurb.ts'
import type { Issue, Story } from '../../src/model/issue.ts'

/** What a test changes of a clean issue. */
export interface Changes {
  html?: string
  /** Put into the body of the clean message, before the footer. */
  body?: string
  head?: string
  text?: string
  /** Added to the clean text. */
  moreText?: string
  subject?: string
  preheader?: string
  newsletter?: Record<string, unknown>
  headers?: readonly (readonly [string, string])[]
  message?: string
  stories?: readonly StoryChange[]
  earlier?: CheckInput['earlier']
  pictures?: Record<string, Partial<LocalPicture>>
  intro?: string
}

export interface StoryChange {
  slug: string
  title: string
  url?: string
  blurb?: string
  method?: Blurb['method']
  image?: { src: string; alt?: string }
  body?: string
}

const newsletter = {
  name: 'Harbour Review',
  from: { name: 'Harbour Review', address: 'news@harbour.example' },
  postalAddress: 'Harbour Review, 1 Quay Street, Port Ellery',
  links: { unsubscribe: 'https://harbour.example/leave' },
}

const cleanStories: readonly StoryChange[] = [
  { slug: 'cranes', title: 'Crane 4 in eleven pieces', url: 'https://harbour.example/cranes', blurb: 'On Monday the dock saw the end of sixty years of lifting.', method: 'editor' },
]

/** An issue that no rule objects to, with some changes. */
export function inputOf(changes: Changes = {}): CheckInput {
  const settings: Newsletter = newsletterSchema.parse({ ...newsletter, ...changes.newsletter })
  const stories = (changes.stories ?? cleanStories).map(storyOf)
  const issue: Issue = {
    slug: '2026-w48',
    date: '2026-11-26',
    subject: changes.subject ?? 'What became of crane 4',
    preheader: changes.preheader ?? 'Eleven pieces, one barge, and a hole in the sky over pier seven',
    lang: 'en',
    dir: 'ltr',
    template: 'classic',
    intro: { html: changes.intro ?? '', text: changes.intro ?? '' },
    sections: [{ name: 'Harbour', stories }],
  }
  return {
    issue,
    issueFile: {
      file: 'content/issues/2026-w48.md',
      places: { subject: { line: 3, column: 1 }, preheader: { line: 4, column: 1 }, articles: { line: 5, column: 1 } },
      intro: changes.intro ?? '',
      introLine: 12,
      entries: stories.map(({ slug }, at) => ({ slug, place: { line: 6 + at, column: 5 } })),
    },
    articles: new Map((changes.stories ?? cleanStories).map((story) => [story.slug, articleOf(story)])),
    newsletter: settings,
    html: changes.html ?? pageOf(issue, changes),
    text: changes.text ?? textOf(stories, changes.moreText ?? ''),
    headers: changes.headers ?? cleanHeaders(issue.subject),
    ...(changes.message === undefined ? {} : { message: Buffer.from(changes.message) }),
    earlier: changes.earlier ?? [],
    pictures: new Map(Object.entries(changes.pictures ?? {}).map(([src, picture]) => [src, { file: 'content/images/x.png', bytes: 20_000, type: 'image/png', animated: false, ...picture }])),
    template: { main: { file: 'templates/classic/issue.mjml.hbs', line: 1 }, text: { file: 'templates/classic/text.hbs', line: 1 } },
  }
}

function storyOf(change: StoryChange): Story {
  const { slug, title, url, image, blurb = '', method = 'extractive' } = change
  return {
    slug,
    title,
    ...(url === undefined ? {} : { url }),
    blurb: { html: blurb, text: blurb },
    origin: { text: blurb, sentences: [], method },
    ...(image === undefined ? {} : { image: { src: image.src, alt: image.alt ?? '' } }),
    readingMinutes: 2,
    section: 'Harbour',
    featured: false,
    sponsored: false,
    tags: [],
    file: `content/articles/${slug}.md`,
  }
}

function articleOf({ slug, title, url, image, body, blurb, method }: StoryChange): Article {
  const editor = method === 'editor' && blurb !== undefined
  return {
    slug,
    file: `content/articles/${slug}.md`,
    title,
    ...(url === undefined ? {} : { url }),
    ...(image === undefined ? {} : { image }),
    ...(editor ? { blurb } : {}),
    tags: [],
    featured: false,
    sponsored: false,
    draft: false,
    body: body ?? blurb ?? '',
    bodyLine: 9,
    places: {
      title: { line: 2, column: 1 },
      ...(url === undefined ? {} : { url: { line: 3, column: 1 } }),
      ...(image === undefined ? {} : { image: { line: 4, column: 1 } }),
      ...(image?.alt === undefined ? {} : { imageAlt: { line: 5, column: 1 } }),
      ...(editor ? { blurb: { line: 6, column: 1 } } : {}),
    },
  }
}

function pageOf(issue: Issue, { body = '', head = '' }: Changes): string {
  const stories = issue.sections.flatMap((section) => section.stories)
  const shown = stories.map(({ title, url, blurb }) => `<h2 style="margin:0"><a href="${url ?? 'https://harbour.example'}" style="color:#0b6670">${title}</a></h2><p style="font-size:16px;line-height:1.5;color:#1c1b19">${blurb.html}</p>`)
  return `<!doctype html><html lang="en" dir="ltr"><head><title>${issue.subject}</title>${head}</head>
<body><div lang="en" dir="ltr" style="background-color:#ffffff"><table role="presentation" width="600"><tr><td style="padding:8px;font-size:16px">
<h1 style="margin:0;color:#1c1b19">Harbour Review</h1>${shown.join('\n')}${body}
<p style="font-size:13px;color:#55524d">Harbour Review, 1 Quay Street, Port Ellery. <a href="https://harbour.example/leave" style="color:#0b6670">Unsubscribe</a></p>
</td></tr></table></div></body></html>`
}

function textOf(stories: readonly Story[], more: string): string {
  const shown = stories.map(({ title, url, blurb }) => `${title}\n${blurb.text}\n${url ?? ''}\n`)
  return `Harbour Review\n\n${shown.join('\n')}${more}\n\nHarbour Review, 1 Quay Street, Port Ellery\nUnsubscribe: https://harbour.example/leave\n`
}

/** Headers as Gazette writes them. */
export function cleanHeaders(subject: string): (readonly [string, string])[] {
  return [
    ['From', 'Harbour Review <news@harbour.example>'],
    ['To', 'reader@reader.example'],
    ['Subject', subject],
    ['Date', 'Thu, 26 Nov 2026 08:00:00 +0000'],
    ['Message-ID', '<1@harbour.example>'],
    ['List-Unsubscribe', '<https://harbour.example/leave>, <mailto:news@harbour.example>'],
    ['List-Unsubscribe-Post', 'List-Unsubscribe=One-Click'],
    ['MIME-Version', '1.0'],
  ]
}
