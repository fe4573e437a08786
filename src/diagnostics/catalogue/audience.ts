import type { Entry } from '../entry.ts'

/** A: lists of recipients and of those who are not to be mailed. */
export const audienceCodes = {
  'GZ-A001': {
    severity: 'error',
    title: 'list cannot be read',
    explanation: 'The file given with --list is not there, or the system refused to hand it over.',
  },
  'GZ-A002': {
    severity: 'error',
    title: 'list has no email column',
    explanation:
      'The first row of a list names its columns, and one of them must be `email`. Case, spaces and hyphens do not count; `E-Mail`, `Email address` and `mail` will do.',
    bad: 'reader@example.com,Ana',
    good: 'email,firstName\nreader@example.com,Ana',
  },
  'GZ-A003': {
    severity: 'warning',
    title: 'row refused',
    explanation:
      'The address of this row cannot be mailed, and guessing what was meant would mail somebody else. The row is left out and counted; the others are sent.',
  },
  'GZ-A004': {
    severity: 'error',
    title: 'list is not whole',
    explanation:
      'A quote that is opened and never closed swallows every row after it, so nothing is sent from such a file. Close the quote in the line named, or remove it.',
    bad: 'email,firstName\nana@example.com,"Ana\nben@example.com,Ben',
    good: 'email,firstName\nana@example.com,"Ana"\nben@example.com,Ben',
  },
  'GZ-A005': {
    severity: 'error',
    title: 'recipients lack a value the message needs',
    explanation:
      'The template has a slot without a default, and some rows have nothing to put into it. Give the slot a default in the template, or fill the column. Nothing has been sent.',
    bad: '{{recipient "firstName"}}',
    good: '{{recipient "firstName" default="there"}}',
  },
  'GZ-A006': {
    severity: 'error',
    title: 'two columns with the same meaning',
    explanation: 'Case, spaces and punctuation of column names do not count, so these two cannot be told apart.',
  },
  'GZ-A007': {
    severity: 'info',
    title: 'list read as Windows-1252',
    explanation:
      'The file is not UTF-8, so it was read in the code page that Excel saves CSV files in. When names with accents look wrong, save it again as "CSV UTF-8".',
  },
  'GZ-A008': {
    severity: 'error',
    title: 'file of suppressed addresses cannot be used',
    explanation:
      'The file names those who must not be mailed. A part of it cannot be read, and mailing somebody who asked not to be is worse than waiting: nothing is sent until it is mended.',
  },
  'GZ-A009': {
    severity: 'error',
    title: 'list is empty',
    explanation: 'The list has a header and not one address that could be mailed.',
  },
} satisfies Record<string, Entry>
