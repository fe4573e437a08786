import type { Strings } from '../../model/strings.ts'

export const pt: Strings = {
  readMore: 'Continuar a ler',
  sponsored: 'Conteúdo patrocinado',
  issueNumber: 'Edição {number}',
  unsubscribe: 'Cancelar a subscrição',
  viewInBrowser: 'Ver no navegador',
  whyYouGetThis: 'Recebe esta mensagem porque subscreveu {name}.',
  inThisIssue: 'Nesta edição',
  by: 'Por',
  links: 'Ligações',
  quoted: '“{text}”',
  storyCount: { one: '{number} artigo', many: '{number} de artigos', other: '{number} artigos' },
}
