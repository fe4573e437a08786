import type { Strings } from '../../model/strings.ts'

export const ptBR: Strings = {
  readMore: 'Continue lendo',
  sponsored: 'Conteúdo patrocinado',
  issueNumber: 'Edição {number}',
  unsubscribe: 'Cancelar inscrição',
  viewInBrowser: 'Ver no navegador',
  whyYouGetThis: 'Você recebe esta mensagem porque se inscreveu em {name}.',
  inThisIssue: 'Nesta edição',
  by: 'Por',
  links: 'Links',
  quoted: '“{text}”',
  storyCount: { one: '{number} artigo', many: '{number} de artigos', other: '{number} artigos' },
}
