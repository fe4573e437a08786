import type { Entry } from '../entry.ts'

/** B: blurbs. */
export const summariseCodes = {
  'GZ-B001': {
    severity: 'warning',
    title: 'article has no text for a blurb',
    explanation:
      'After headings, captions, code and link lists were set aside nothing was left to summarise. Write a `blurb` in the front matter.',
  },
  'GZ-B002': {
    severity: 'warning',
    title: 'blurb is over its budget',
    explanation: "The editor's own blurb is used as it is, but it is longer than the words set in newsletter.yaml.",
  },
} satisfies Record<string, Entry>
