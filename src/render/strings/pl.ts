import type { Strings } from '../../model/strings.ts'

export const pl: Strings = {
  readMore: 'Czytaj dalej',
  sponsored: 'Materiał sponsorowany',
  issueNumber: 'Numer {number}',
  unsubscribe: 'Wypisz się',
  viewInBrowser: 'Zobacz w przeglądarce',
  whyYouGetThis: 'Otrzymujesz tę wiadomość, ponieważ subskrybujesz {name}.',
  inThisIssue: 'W tym numerze',
  by: 'Autor:',
  links: 'Odnośniki',
  quoted: '„{text}”',
  storyCount: { one: '{number} artykuł', few: '{number} artykuły', many: '{number} artykułów', other: '{number} artykułu' },
}
