/** The words a message needs beside the author's, in one language. `{…}` are filled in. */
export interface Strings {
  readMore: string
  sponsored: string
  issueNumber: string
  unsubscribe: string
  viewInBrowser: string
  whyYouGetThis: string
  inThisIssue: string
  by: string
  links: string
  /** A sentence quoted from a story, in the language's own marks. */
  quoted: string
  /** By plural category of the language (Intl.PluralRules). */
  storyCount: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }
}

/** Words that a newsletter sets itself, in place of Gazette's. */
export type OwnStrings = { readonly [K in keyof Strings]?: Strings[K] | undefined }
