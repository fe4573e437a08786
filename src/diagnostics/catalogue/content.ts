import type { Entry } from '../entry.ts'

/** C: articles and issue files. */
export const contentCodes = {
  'GZ-C001': {
    severity: 'error',
    title: 'front matter is not valid YAML',
    explanation:
      'The block between the two --- lines could not be read as YAML. A frequent cause is a value with a colon in it, which needs quotes.',
    bad: 'title: Ports: a history',
    good: "title: 'Ports: a history'",
  },
  'GZ-C002': {
    severity: 'error',
    title: 'front matter in a language other than YAML',
    explanation:
      'Front matter may be YAML only. JavaScript would run code from an article, and other languages are not read. Rewrite the block as YAML between two lines of three dashes.',
    bad: '---js\n{ title: "Ports" }\n---',
    good: '---\ntitle: Ports\n---',
  },
  'GZ-C003': {
    severity: 'error',
    title: 'missing front matter',
    explanation: 'A key that Gazette cannot do without is absent, or the file has no front matter at all.',
    bad: '---\nauthor: A. Writer\n---\nText.',
    good: '---\ntitle: Ports\nauthor: A. Writer\n---\nText.',
  },
  'GZ-C004': {
    severity: 'error',
    title: 'unusable front matter value',
    explanation: 'A key has a value of the wrong kind. The message says what it takes.',
    bad: 'featured: often',
    good: 'featured: true',
  },
  'GZ-C005': {
    severity: 'warning',
    title: 'unknown front matter key',
    explanation:
      'Gazette does not use this key. Articles from other systems often carry such keys, so it is only a warning; when the key is one slip away from a known one, the message says which.',
    bad: 'titel: Ports',
    good: 'title: Ports',
  },
  'GZ-C006': {
    severity: 'error',
    title: 'date without meaning',
    explanation: 'A date is written 2026-11-20, or 2026-11-20T09:00 with an optional offset such as +01:00.',
    bad: 'date: 31/31/2026',
    good: 'date: 2026-11-20',
  },
  'GZ-C007': {
    severity: 'error',
    title: 'two files with the same slug',
    explanation:
      'The slug is the name of the file without .md, and it is how issues name an article. Two files with names that differ only in case or in folder cannot be told apart. Rename one.',
  },
  'GZ-C008': {
    severity: 'error',
    title: 'unknown section',
    explanation: 'The section of an article must be one of those in newsletter.yaml.',
    bad: 'section: Sprots',
    good: 'section: Sports',
  },
  'GZ-C009': {
    severity: 'warning',
    title: 'image not found',
    explanation:
      'The path of an image leads to no file. It is looked for beside the article, in content/images and in content. The story is shown without it.',
  },
  'GZ-C010': {
    severity: 'error',
    title: 'text is not UTF-8',
    explanation: 'The file holds bytes that are not UTF-8. Save it again as UTF-8 in the editor that made it.',
  },
  'GZ-C011': {
    severity: 'error',
    title: 'file is too large',
    explanation:
      'An article of more than 10 MB is more likely a mistake, such as an image pasted as text, than an article.',
  },
  'GZ-C012': {
    severity: 'error',
    title: 'no articles',
    explanation: 'There is no content/articles folder, or it holds no .md file.',
  },
  'GZ-C014': {
    severity: 'warning',
    title: 'article without a date',
    explanation:
      'The article has no date and its file name does not start with one, so it can be placed in an issue only by naming it.',
  },
  'GZ-C015': {
    severity: 'warning',
    title: 'image of an unsupported kind',
    explanation: 'Mail programs show PNG, JPEG and GIF everywhere. Other kinds fail in many of them, so the story is shown without the picture.',
  },
  'GZ-C016': {
    severity: 'error',
    title: 'unknown key in an issue file',
    explanation:
      'Issue files are written for Gazette alone, so a key it does not know is a slip that would otherwise be ignored in silence.',
    bad: 'subjet: Cranes and kites',
    good: 'subject: Cranes and kites',
  },
  'GZ-C017': {
    severity: 'warning',
    title: 'issue without a date',
    explanation:
      'The issue has no `date`, and its name is neither a day (2026-11-26) nor a week (2026-w48), so the day of the build is used. Built on another day it may choose other articles.',
  },
  'GZ-C018': {
    severity: 'warning',
    title: 'draft of an issue that has no file',
    explanation:
      'content/issues holds no issue, so one was drafted from the newest articles. Write an issue file to name it, date it and choose its stories.',
  },
} satisfies Record<string, Entry>
