import type { Issue } from '../model/issue.ts'
import type { Publication } from '../model/publication.ts'
import { viewUrl } from './template-data.ts'

/**
 * Values of the message's own fields for whoever has none of their own: the built message, previews, and recipients
 * without a personal address to unsubscribe.
 */
export function slotDefaults(issue: Issue, publication: Publication): Record<string, string> {
  const view = viewUrl(issue, publication)
  return {
    unsubscribeUrl: unsubscribeLink(publication) ?? unsubscribeByMail(publication),
    ...(view === undefined ? {} : { viewUrl: view }),
  }
}

/** The link of newsletter.yaml to unsubscribe, for nobody in particular: sending puts a code where `{token}` stands. */
export function unsubscribeLink(publication: Publication): string | undefined {
  return publication.links.unsubscribe?.replaceAll('{token}', 'preview')
}

/** A mail to whoever reads replies, as a last resort to unsubscribe. */
export function unsubscribeByMail(publication: Publication): string {
  return `mailto:${publication.replyTo ?? publication.from.address}?subject=unsubscribe`
}
