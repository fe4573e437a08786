import type { Issue } from '../model/issue.ts'
import type { Publication } from '../model/publication.ts'
import { unsubscribeByMail } from './mime/headers.ts'
import { viewUrl } from './template-data.ts'

/**
 * Values of the message's own fields for whoever has none of their own: the built message, previews, and recipients
 * without a personal address to unsubscribe.
 */
export function slotDefaults(issue: Issue, publication: Publication): Record<string, string> {
  const view = viewUrl(issue, publication)
  return {
    unsubscribeUrl: publication.links.unsubscribe ?? unsubscribeByMail(publication),
    ...(view === undefined ? {} : { viewUrl: view }),
  }
}
