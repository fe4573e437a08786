import type { Entry } from '../entry.ts'

/** N: newsletter.yaml. Problems here stop a command with exit code 2. */
export const newsletterCodes = {
  'GZ-N001': {
    severity: 'error',
    title: 'newsletter.yaml is missing',
    explanation:
      'A newsletter folder has a file content/newsletter.yaml with at least a name and a sender. Run the command inside that folder, or point at it with -C.',
    good: 'name: The Harbour Review\nfrom:\n  name: Harbour Review\n  address: news@harbour.example',
  },
  'GZ-N002': {
    severity: 'error',
    title: 'newsletter.yaml is not valid YAML',
    explanation: 'The file could not be read as YAML. The place is where the reader gave up; the cause is often one line above.',
    bad: 'name: Harbour: the review',
    good: "name: 'Harbour: the review'",
  },
  'GZ-N003': {
    severity: 'error',
    title: 'unknown setting',
    explanation:
      'Settings that Gazette does not know are refused, because a misspelt setting would otherwise be ignored in silence.',
    bad: 'sectons: [News]',
    good: 'sections: [News]',
  },
  'GZ-N004': {
    severity: 'error',
    title: 'unusable setting',
    explanation: 'The setting has a value of the wrong kind. The message says what it takes.',
    bad: 'blurbs:\n  words: many',
    good: 'blurbs:\n  words: 45',
  },
  'GZ-N005': {
    severity: 'error',
    title: 'newsletter without sources',
    explanation: 'There is nothing to pull from: newsletter.yaml names no feed. List the addresses of feeds under `sources`, or take over those of a feed reader with `gazette sources import`.',
    good: 'sources:\n  - https://example.com/feed.xml\n  - {name: The Lock Keeper, url: https://lock.example/rss, section: News, limit: 5}',
  },
} satisfies Record<string, Entry>
