import { scanHtml } from '../html/scan.ts'
import { attributeOf, valueOf } from '../html/query.ts'
import { InlineStyles } from '../css/styles.ts'
import { Edits } from './edits.ts'

/** A message with its pictures blocked: alt text in their frames, no background pictures. */
export function imagesOff(html: string): string {
  const document = scanHtml(html)
  const inline = new InlineStyles(document)
  const edits = new Edits()
  for (const element of document.elements) {
    if (element.tag === 'img') {
      for (const name of ['src', 'srcset']) {
        const attribute = attributeOf(element, name)
        if (attribute !== undefined) edits.replace(attribute.start, attribute.end, '')
      }
      // Browsers draw neither frame nor alt text of a picture without a source unless it is told its box.
      if (valueOf(element, 'alt') !== '') edits.replace(element.start + 4, element.start + 4, ' data-blocked')
    }
    const background = attributeOf(element, 'background')
    if (background !== undefined) edits.replace(background.start, background.end, '')
    const style = attributeOf(element, 'style')
    if (style === undefined) continue
    for (const { value, start, end } of inline.of(element)) {
      if (/url\(/i.test(value)) edits.replace(style.valueStart + start, style.valueStart + end, html.slice(style.valueStart + start, style.valueStart + end).replaceAll(/url\([^)]*\)/gi, 'none'))
    }
  }
  return edits.apply(html).text
}
