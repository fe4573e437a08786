import type { OwnStrings } from './strings.ts'

/**
 * What templates and the message need to know of the newsletter. The settings of newsletter.yaml fit it as they are,
 * so that rendering knows nothing of the configuration file.
 */
export interface Publication {
  name: string
  tagline?: string | undefined
  /** Address of the newsletter's site, http or https. */
  url?: string | undefined
  from: { name?: string | undefined; address: string }
  replyTo?: string | undefined
  /** The sender's postal address, in one line or several. */
  postalAddress?: string | undefined
  /** BCP 47 language tag. */
  lang: string
  /** IANA name of the time zone in which dates are shown. */
  timezone: string
  brand: {
    /** Colour such as #b3261e. */
    accent?: string | undefined
    /** The accent on dark pages; left out, made from `accent`. */
    accentDark?: string | undefined
    /** Address of a picture of the name, as it goes into `src`. */
    logo?: string | undefined
    logoDark?: string | undefined
    /** Pixels, at a height of 40. */
    logoWidth?: number | undefined
  }
  /** Words of the message that the newsletter sets itself. */
  labels?: OwnStrings | undefined
  links: {
    /** Where readers unsubscribe: https or mailto. */
    unsubscribe?: string | undefined
    /** Where an issue stands in the browser; `{issue}` becomes the slug. */
    view?: string | undefined
    /** List-Id (RFC 2919), for example `weekly.harbour.example`. */
    listId?: string | undefined
    /** Query parameters added to the links of stories. */
    utm?: Readonly<Record<string, string>> | undefined
  }
  /** Feedback-ID of Gmail's feedback loop, for example `2026-w48:weekly:harbour`. */
  feedbackId?: string | undefined
}

/** The part of the brand that is known when the pictures have been read. */
export type LogoAddresses = Pick<Publication['brand'], 'logo' | 'logoDark' | 'logoWidth'>
