import type { Newsletter } from '../config/newsletter.ts'
import type { Place } from '../diagnostics/diagnostic.ts'
import type { Article } from '../model/article.ts'
import type { ArticleEntry, Issue, IssueFile } from '../model/issue.ts'

/** A story of an earlier issue. */
export interface EarlierStory {
  /** Slug of the issue. */
  issue: string
  slug: string
  title: string
  url?: string
}

/** A picture that is part of the newsletter's own files. */
export interface LocalPicture {
  /** Relative to the newsletter folder. */
  file: string
  bytes: number
  type: string
  width?: number
  height?: number
  /** Frames of a GIF that moves. */
  animated: boolean
}

/** All that the offline rules look at, as plain data. */
export interface CheckInput {
  issue: Issue
  issueFile: Pick<IssueFile, 'file' | 'places' | 'intro' | 'introLine'> & { entries: readonly ArticleEntry[] }
  /** Articles of the stories, by slug. */
  articles: ReadonlyMap<string, Article>
  newsletter: Newsletter
  /** The finished HTML, slots filled in for one reader. */
  html: string
  /** The finished plain text. */
  text: string
  /** Headers of the message in their order, unfolded. */
  headers: readonly (readonly [name: string, value: string])[]
  /** The whole message as bytes, when it was composed. */
  message?: Uint8Array
  earlier: readonly EarlierStory[]
  /** Local pictures by what stands in `src`. */
  pictures: ReadonlyMap<string, LocalPicture>
  /** The template's main file, and that of its plain text. */
  template: { main: Place; text: Place }
}
