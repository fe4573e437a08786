import type { CheckContext } from '../context.ts'
import { finding, settingSpot } from '../finding.ts'
import { valueOf, wordsOf } from '../html/query.ts'
import { defineRule } from '../rule.ts'

/** "Unsubscribe" in the languages of newsletters; in an address or in the text of a link. */
const leaving =
  /unsubscri|opt-?out|abmeld|abbestell|abmelden|désabonn|desabonn|désinscri|desinscri|darse de baja|cancelar (la )?suscripci|disiscri|annulla l|cancelar (a )?(inscri|assinatura)|uitschrijv|afmeld|avregistrer|avprenumerera|afmeld|meld.* av|peruuta tilaus|wypisz|zrezygnuj|odhlásit|отпис|відпис|αποεγγραφ|iptal|إلغاء الاشتراك|הסר|購読解除|配信停止|退订|取消订阅|수신거부|구독 ?취소/i

export const unsubscribeLink = defineRule('GZ-K003', function* (context) {
  const { input } = context
  const configured = input.newsletter.links.unsubscribe
  const place = configured === undefined ? settingSpot('links', 'unsubscribe') : undefined
  const hint = configured === undefined ? 'set links.unsubscribe in newsletter.yaml' : 'link to {{recipient "unsubscribeUrl"}} in the footer of the template'
  if (!context.links.some((link) => leadsOut(context, link, configured))) {
    yield finding('GZ-K003', 'the message has no link to unsubscribe', place ?? input.template.main, { hint })
  } else if (!leaving.test(input.text) && !(configured !== undefined && input.text.includes(configured))) {
    yield finding('GZ-K003', 'the plain text has no link to unsubscribe', place ?? input.template.text, { hint })
  }
})

function leadsOut(context: CheckContext, link: CheckContext['links'][number], configured: string | undefined): boolean {
  const href = valueOf(link, 'href') ?? ''
  if (context.isHidden(link)) return false
  return (configured !== undefined && href.startsWith(configured)) || leaving.test(href) || leaving.test(wordsOf(context.document, link))
}
