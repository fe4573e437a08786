import { attributeOf } from '../html/query.ts'
import type { View } from '../support/gaps.ts'
import type { ClientProfile } from './client.ts'
import type { Edits } from './edits.ts'
import { translateVml } from './vml.ts'

export const outlookWindows: ClientProfile = {
  client: 'outlook-windows',
  column: 'outlook.windows',
  dark: 'full',
  word: true,
  alter: alterWord,
  fidelity: {
    level: 'fair',
    note: 'Conditional comments are evaluated and what Word leaves out is left out; boxes drawn in VML are shown as plain boxes. Word’s own line breaking, its row-wide vertical padding and scaling at 120 dpi are not shown.',
  },
}

function alterWord(view: View, edits: Edits): void {
  translateVml(view, edits)
  for (const element of view.document.elements) {
    const style = attributeOf(element, 'style')
    if (style === undefined) continue
    for (const { property, value, start, end } of view.inline.of(element)) {
      const at = style.valueStart + start
      if (property === 'mso-hide' && value === 'all') edits.replace(at, style.valueStart + end, 'display:none')
      if (property === 'mso-padding-alt' && (element.tag === 'td' || element.tag === 'th')) edits.replace(at, style.valueStart + end, `padding:${value}`)
    }
  }
  dropTightImportant(view, edits)
}

/** Word reads `!important` only with a space before it (caniemail css-important, note 4). */
function dropTightImportant(view: View, edits: Edits): void {
  for (const { element } of view.sheets) {
    const text = view.document.source.slice(element.openEnd, element.closeStart)
    for (const found of text.matchAll(/[\w-]+\s*:[^;{}]*\S!important/gi)) {
      const start = element.openEnd + found.index
      edits.remove(start, start + found[0].length, found[0], 'Word reads !important only with a space before it')
    }
  }
}
