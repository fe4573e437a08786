import type { Strings } from '../../model/strings.ts'

export const it: Strings = {
  readMore: 'Continua a leggere',
  sponsored: 'Contenuto sponsorizzato',
  issueNumber: 'Numero {number}',
  unsubscribe: 'Annulla l’iscrizione',
  viewInBrowser: 'Apri nel browser',
  whyYouGetThis: 'Ricevi questo messaggio perché sei iscritto a {name}.',
  inThisIssue: 'In questo numero',
  by: 'Di',
  links: 'Link',
  quoted: '«{text}»',
  storyCount: { one: '{number} articolo', many: '{number} di articoli', other: '{number} articoli' },
}
