import type { Strings } from '../../model/strings.ts'

export const es: Strings = {
  readMore: 'Seguir leyendo',
  sponsored: 'Contenido patrocinado',
  issueNumber: 'Número {number}',
  unsubscribe: 'Darse de baja',
  viewInBrowser: 'Ver en el navegador',
  whyYouGetThis: 'Recibes este mensaje porque te suscribiste a {name}.',
  inThisIssue: 'En este número',
  by: 'Por',
  links: 'Enlaces',
  quoted: '«{text}»',
  storyCount: { one: '{number} artículo', many: '{number} de artículos', other: '{number} artículos' },
}
