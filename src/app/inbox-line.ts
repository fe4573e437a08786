import { type InboxLimit, inboxLimits } from '../checks/inbox-limits.ts'
import { scanHtml } from '../checks/html/scan.ts'
import { wordsOf } from '../checks/html/query.ts'
import { mailClients } from '../model/mail-client.ts'

/** Longer than any list shows. */
const longest = 300

/** What the list of an inbox shows after the subject: the first words of the body, whether they are to be seen or not. */
export function snippetOf(html: string): string {
  const body = scanHtml(html).elements.find((element) => element.tag === 'body')
  if (body === undefined) return ''
  // Fillers that keep what follows the preheader out of the list are nothing to read.
  const words = wordsOf({ source: html, root: body, elements: [], problems: [] }, body).replaceAll(/[\u00ad\u200b-\u200f\u2007\ufeff]|\u034f/g, '').replaceAll(/\s+/g, ' ')
  return words.trim().slice(0, longest)
}

/** How much the lists of inboxes show, with whether the list is that of a phone. */
export function inboxGuides(): (Omit<InboxLimit, 'where'> & { phone: boolean; name: string })[] {
  return inboxLimits.map(({ client, where, subject, preheader, shared }) => ({ client, phone: where.endsWith('phone'), name: mailClients[client], subject, preheader, shared }))
}
