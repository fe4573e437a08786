import { finding } from '../finding.ts'
import { linkName } from '../link-name.ts'
import { linkPlace } from '../link-place.ts'
import { defineRule } from '../rule.ts'

/** Texts that say nothing on their own, in the languages of newsletters. */
const vague = new Set(
  `read more|more|here|click here|click|link|this link|learn more|continue|continue reading|details|go|see more|view|view more|open|this|read on|full story|read the full story
  |mehr|hier|weiterlesen|mehr lesen|klicken sie hier|hier klicken|lire la suite|en savoir plus|ici|cliquez ici|plus|leer más|más|aquí|haga clic aquí|ver más|leggi tutto|leggi|qui|clicca qui
  |lees meer|hier|meer|læs mere|les mer|läs mer|här|leia mais|aqui|clique aqui|saiba mais|czytaj więcej|więcej|tutaj|číst více|zde|подробнее|читать далее|здесь|続きを読む|こちら|阅读更多|点击这里|더 보기|여기`
    .split('|')
    .map((text) => text.trim()),
)

export const linkText = defineRule('GZ-K417', function* (context) {
  for (const link of context.links) {
    const name = linkName(context, link)
    const plain = name.toLowerCase().replaceAll(/[\s\u00a0]+/g, ' ').replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    if (vague.has(plain) && !context.isHidden(link)) yield finding('GZ-K417', `the link "${name}" does not say where it goes`, linkPlace(context, link))
  }
})
