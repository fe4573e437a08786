import { attributeOf } from '../html/query.ts'
import type { View } from '../support/gaps.ts'
import type { ClientProfile } from './client.ts'
import type { Edits } from './edits.ts'

export const appleMail: ClientProfile = {
  client: 'apple-mail',
  column: 'apple-mail.ios',
  dark: 'authored',
  word: false,
  alter: () => undefined,
  fidelity: { level: 'high', note: 'Apple Mail shows nearly all that WebKit does. Scaling of wide messages on phones is not shown.' },
}

export const outlookCom: ClientProfile = {
  client: 'outlook-com',
  column: 'outlook.outlook-com',
  dark: 'partial',
  word: false,
  alter: dropNestedMedia,
  fidelity: {
    level: 'fair',
    note: 'Styles are filtered as Outlook.com filters them. It prefixes classes with x_, so attribute selectors on class fail; in the dark it changes colours by rules of its own.',
  },
}

export const yahoo: ClientProfile = {
  client: 'yahoo',
  column: 'yahoo.desktop-webmail',
  dark: 'none',
  word: false,
  alter: alterYahoo,
  fidelity: {
    level: 'fair',
    note: 'Styles are filtered as Yahoo filters them, and height becomes min-height. Its own style sheet is not shown.',
  },
}

function dropNestedMedia(view: View, edits: Edits): void {
  for (const { nodes } of view.sheets) {
    for (const outer of nodes) {
      for (const inner of outer.rules) {
        if (outer.kind === 'at' && inner.kind === 'at' && inner.name === 'media') {
          edits.remove(inner.start, inner.end, `@media ${inner.prelude}`, 'media queries inside another one are removed (caniemail css-at-media, note 10)')
        }
      }
    }
  }
}

function alterYahoo(view: View, edits: Edits): void {
  for (const element of view.document.elements) {
    const style = attributeOf(element, 'style')
    if (style === undefined || element.tag === 'img') continue
    for (const { property, value, start, end } of view.inline.of(element)) {
      if (property !== 'height') continue
      edits.replace(style.valueStart + start, style.valueStart + end, `min-height:${value}`, {
        what: `height:${value}`,
        why: 'Yahoo puts min-height in its place (caniemail css-height, note 1)',
      })
    }
  }
}
