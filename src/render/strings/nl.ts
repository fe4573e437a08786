import type { Strings } from '../../model/strings.ts'

export const nl: Strings = {
  readMore: 'Lees verder',
  sponsored: 'Gesponsord',
  issueNumber: 'Nummer {number}',
  unsubscribe: 'Uitschrijven',
  viewInBrowser: 'Bekijk in de browser',
  whyYouGetThis: 'Je krijgt dit bericht omdat je op {name} bent geabonneerd.',
  inThisIssue: 'In dit nummer',
  by: 'Door',
  links: 'Links',
  quoted: '“{text}”',
  storyCount: { one: '{number} artikel', other: '{number} artikelen' },
}
