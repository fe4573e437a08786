import type { Entry } from '../entry.ts'

/** S: which articles make an issue. */
export const selectionCodes = {
  'GZ-S001': {
    severity: 'error',
    title: 'issue names an article that does not exist',
    explanation: 'Every entry under articles must be the slug of a file in content/articles: its name without .md.',
    bad: 'articles: [harbor-cranes]',
    good: 'articles: [harbour-cranes]',
  },
  'GZ-S002': {
    severity: 'error',
    title: 'issue has no stories',
    explanation:
      'No article fits. Left out, `articles` means every article newer than the previous issue that no earlier issue used; name articles, or widen the query.',
  },
  'GZ-S003': {
    severity: 'error',
    title: 'article named twice in one issue',
    explanation: 'An article appears once in an issue. Remove one of the two entries.',
  },
  'GZ-S004': {
    severity: 'error',
    title: 'issue places articles in an unknown section',
    explanation: 'The sections under `articles` must be ones that newsletter.yaml lists.',
  },
  'GZ-S005': {
    severity: 'warning',
    title: 'issue names a draft',
    explanation: 'The article is marked `draft: true` and yet named by the issue. It is left in, since it was asked for.',
  },
  'GZ-S006': {
    severity: 'warning',
    title: 'section is full',
    explanation: 'The section has a limit in newsletter.yaml and more articles than that were found; the rest is left out.',
  },
} satisfies Record<string, Entry>
