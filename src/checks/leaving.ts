import type { CheckContext } from './context.ts'
import type { ElementNode } from './html/document.ts'
import { closest, valueOf, wordsOf } from './html/query.ts'
import type { CheckInput } from './input.ts'

/** "Unsubscribe" in the languages of newsletters; in an address or in the text of a link. */
const leaving =
  /unsubscri|opt-?out|abmeld|abbestell|abmelden|désabonn|desabonn|désinscri|desinscri|darse de baja|cancelar (la )?suscripci|disiscri|annulla l|cancelar (a )?(inscri|assinatura)|uitschrijv|afmeld|avregistrer|avprenumerera|afmeld|meld.* av|peruuta tilaus|wypisz|zrezygnuj|odhlásit|отпис|відпис|αποεγγραφ|iptal|إلغاء الاشتراك|הסר|購読解除|配信停止|退订|取消订阅|수신거부|구독 ?취소/i

/** The part of `links.unsubscribe` that is the same for every reader; nothing when it is not set. */
export function leavingAddress({ newsletter }: CheckInput): string | undefined {
  const start = newsletter.links.unsubscribe?.split('{', 1)[0]
  return start === '' ? undefined : start
}

/** Whether a text speaks of leaving a list. */
export function saysLeaving(text: string): boolean {
  return leaving.test(text)
}

/** Whether a reader sees a link and leaves the list by it. */
export function leadsOut(context: CheckContext, link: ElementNode): boolean {
  const configured = leavingAddress(context.input)
  const href = valueOf(link, 'href') ?? ''
  if (context.isHidden(link)) return false
  return (configured !== undefined && href.startsWith(configured)) || saysLeaving(href) || saysLeaving(wordsOf(context.document, link))
}

/**
 * Whether a text is the small print at the end: its block, or the one around that, says how to leave the list. People
 * look there when they search for something; nobody reads it through.
 */
export function isSmallPrint(context: CheckContext, element: ElementNode): boolean {
  const block = closest(element, ({ tag }) => tag === 'td')
  return block !== undefined && [...context.links].some((link) => closest(link, ({ tag }) => tag === 'td') === block && leadsOut(context, link))
}
