import type { Strings } from '../../model/strings.ts'

export const fr: Strings = {
  readMore: 'Lire la suite',
  sponsored: 'Contenu sponsorisé',
  issueNumber: 'Numéro {number}',
  unsubscribe: 'Se désabonner',
  viewInBrowser: 'Voir dans le navigateur',
  whyYouGetThis: 'Vous recevez ce message parce que vous êtes abonné à {name}.',
  inThisIssue: 'Dans ce numéro',
  by: 'Par',
  links: 'Liens',
  quoted: '« {text} »',
  storyCount: { one: '{number} article', many: '{number} d’articles', other: '{number} articles' },
}
