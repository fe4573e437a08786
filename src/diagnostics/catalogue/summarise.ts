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
  'GZ-B003': {
    severity: 'error',
    title: 'line of a batch cannot be read',
    explanation:
      'Each line that `gazette summarise --batch` reads is one JSON object with an id and a text. The line is passed over and the rest goes on.',
    bad: '{"id": 7, "body": "…"}',
    good: '{"id": 7, "title": "…", "text": "…"}',
  },
} satisfies Record<string, Entry>
