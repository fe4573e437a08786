/** Where a front matter key stands in its file. Lines and columns count from 1. */
export interface KeyPlace {
  line: number
  column: number
}

/** One source text: a Markdown file of content/articles, with its front matter read and checked. */
export interface Article extends ArticleHead {
  /** The Markdown after the front matter. */
  body: string
  /** Line of the file on which the body starts. */
  bodyLine: number
}

/** What the front matter says of an article; kept in the index so that bodies need not be read. */
export interface ArticleHead {
  /** Name of the file without `.md`. */
  slug: string
  /** Path relative to the newsletter folder. */
  file: string
  title: string
  /** Canonical link, http or https. */
  url?: string
  /** ISO date, or date and time with an offset when the author gave one. */
  date?: string
  author?: string
  /** Name of the publication it comes from. */
  source?: string
  section?: string
  image?: ImageReference
  /** The editor's own words; Markdown inline marks are allowed. */
  blurb?: string
  /** A summary by the article's author. */
  description?: string
  tags: string[]
  /** BCP 47 language tag. */
  lang?: string
  featured: boolean
  sponsored: boolean
  draft: boolean
  /** Places of the keys that were read, by the key's name here: `title`, `section`, `image` … */
  places: Record<string, KeyPlace>
}

export interface ImageReference {
  /** As the author wrote it: a path or an http(s) URL. */
  src: string
  alt?: string
}
