import { audienceCodes } from './catalogue/audience.ts'
import { accessCheckCodes } from './catalogue/checks-access.ts'
import { contentCheckCodes } from './catalogue/checks-content.ts'
import { deliveryCheckCodes } from './catalogue/checks-delivery.ts'
import { linkCheckCodes } from './catalogue/checks-links.ts'
import { messageCheckCodes } from './catalogue/checks-message.ts'
import { supportCheckCodes } from './catalogue/checks-support.ts'
import { contentCodes } from './catalogue/content.ts'
import { deliverCodes } from './catalogue/deliver.ts'
import { environmentCodes } from './catalogue/environment.ts'
import { ingestCodes } from './catalogue/ingest.ts'
import { newsletterCodes } from './catalogue/newsletter.ts'
import { previewCodes } from './catalogue/preview.ts'
import { renderCodes } from './catalogue/render.ts'
import { selectionCodes } from './catalogue/selection.ts'
import { summariseCodes } from './catalogue/summarise.ts'
import { templateCodes } from './catalogue/template.ts'
import type { Entry } from './entry.ts'

/** Every code there is. A code is permanent: its meaning never changes and it is never used again. */
export const catalogue = {
  ...newsletterCodes,
  ...contentCodes,
  ...selectionCodes,
  ...summariseCodes,
  ...templateCodes,
  ...renderCodes,
  ...messageCheckCodes,
  ...supportCheckCodes,
  ...accessCheckCodes,
  ...contentCheckCodes,
  ...deliveryCheckCodes,
  ...linkCheckCodes,
  ...audienceCodes,
  ...deliverCodes,
  ...previewCodes,
  ...ingestCodes,
  ...environmentCodes,
} satisfies Record<string, Entry>

export type Code = keyof typeof catalogue

/** Whether a text names a code of the catalogue. */
export function isCode(text: string): text is Code {
  return Object.hasOwn(catalogue, text)
}
