import type { Strings } from '../../model/strings.ts'

export const de: Strings = {
  readMore: 'Weiterlesen',
  sponsored: 'Anzeige',
  issueNumber: 'Ausgabe {number}',
  unsubscribe: 'Abbestellen',
  viewInBrowser: 'Im Browser ansehen',
  whyYouGetThis: 'Sie erhalten diese Nachricht, weil Sie {name} abonniert haben.',
  inThisIssue: 'In dieser Ausgabe',
  by: 'Von',
  links: 'Links',
  quoted: '„{text}“',
  storyCount: { one: '{number} Beitrag', other: '{number} Beiträge' },
}
