import type { Newsletter } from '../config/newsletter.ts'
import type { Issue } from '../model/issue.ts'
import type { Publication } from '../model/publication.ts'
import type { RecipientFields } from '../model/stencil.ts'
import { issueAddress } from './image-address.ts'

/** The newsletter as templates and the message see it, with what depends on the issue settled. */
export function publicationOf(newsletter: Newsletter, issue: Issue): Publication {
  const view = issueAddress(newsletter, issue.slug)
  // Whoever reads the files of a build is nobody in particular; a send gives each recipient a token of their own.
  const unsubscribe = newsletter.links.unsubscribe?.replaceAll('{token}', 'example')
  const { feedbackId } = newsletter.delivery
  return {
    ...newsletter,
    links: { ...newsletter.links, view, unsubscribe },
    feedbackId: feedbackId === undefined ? undefined : `${issue.slug.replace(/[^\w.-]+/g, '-')}:${feedbackId}`,
  }
}

/** Whom the files of a build are made out to: nobody but the newsletter itself, so every slot shows its default. */
export function sampleFields(newsletter: Newsletter): RecipientFields {
  return { email: newsletter.from.address, name: newsletter.from.name ?? newsletter.name }
}
