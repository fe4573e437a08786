import type { KeyPlace } from './article.ts'
import type { Blurb } from './blurb.ts'
import type { RichText } from './rich-text.ts'

/** An issue as its file in content/issues says it, before articles are chosen. */
export interface IssueFile {
  /** Name of the file without `.md`. */
  slug: string
  /** Path relative to the newsletter folder. */
  file: string
  number?: number
  /** ISO date, or date and time. */
  date: string
  subject?: string
  preheader?: string
  template?: string
  lang?: string
  /** Left out: every article newer than the previous issue that no earlier issue used. */
  articles?: ArticleChoice
  /** The Markdown after the front matter. */
  intro: string
  introLine: number
  places: Record<string, KeyPlace>
}

/** Which articles an issue wants: named one by one, or found by a query. */
export type ArticleChoice =
  | { kind: 'list'; entries: ArticleEntry[] }
  | { kind: 'query'; since?: string; until?: string; sections?: string[]; limit?: number }

export interface ArticleEntry {
  slug: string
  /** Section the issue file puts it in; left out, the article's own. */
  section?: string
  place: KeyPlace
}

/** An article placed in an issue, ready for a template. */
export interface Story {
  slug: string
  title: string
  url?: string
  /** The blurb in HTML and plain text, whichever way it was made. */
  blurb: RichText
  /** How the blurb was made and from which sentences. */
  origin: Blurb
  image?: StoryImage
  author?: string
  source?: string
  /** Minutes, at least 1. */
  readingMinutes: number
  date?: string
  section: string
  featured: boolean
  sponsored: boolean
  tags: string[]
  lang?: string
  /** File of the article, relative to the newsletter folder. */
  file: string
}

/** A picture of a story as the message shows it. */
export interface StoryImage {
  /** What goes into `src`: an http(s) URL, or `cid:` of an inline part. */
  src: string
  alt: string
  /** Pixels, when the file is local and of a kind whose head can be read. */
  width?: number
  height?: number
  /** File relative to the newsletter folder, when it is local. */
  file?: string
}

export interface IssueSection {
  name: string
  /** Text of newsletter.yaml shown under the section's name. */
  intro?: string
  stories: Story[]
}

/** An issue with its stories chosen, placed and summarised: all that a template may show. */
export interface Issue {
  slug: string
  number?: number
  /** ISO date. */
  date: string
  subject: string
  preheader: string
  lang: string
  dir: 'ltr' | 'rtl'
  template: string
  intro: RichText
  /** The story that opens the issue. */
  lead?: Story
  /** The other stories, by section in the newsletter's order; no section is empty. */
  sections: IssueSection[]
}
