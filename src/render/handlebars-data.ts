import { unwrap, type Shape } from '../model/shape.ts'
import { Handlebars } from './handlebars.ts'

/** Rich text as Handlebars writes it: its marks are not escaped. Helpers read its plain words. */
class Rich extends Handlebars.SafeString {
  readonly text: string
  constructor(html: string, text: string) {
    super(html)
    this.text = text
  }
}

/**
 * Data as Handlebars gets it: every key of the shape is there, rich text in the form of the part that is written, and
 * no control characters, which templates use as marks, nor lone halves of surrogate pairs, which UTF-8 cannot hold.
 */
export function handlebarsData(value: unknown, shape: Shape, format: 'html' | 'text'): unknown {
  if (value === null || value === undefined) return null
  const known = unwrap(shape)
  switch (known.kind) {
    case 'text':
      return typeof value === 'string' ? clean(value) : value
    case 'number':
    case 'flag':
      return value
    case 'rich': {
      const { html, text } = value as { html: string; text: string }
      return format === 'text' ? clean(text) : new Rich(clean(html), clean(text))
    }
    case 'list':
      return (value as readonly unknown[]).map((item) => handlebarsData(item, known.of, format))
    case 'record':
      return Object.fromEntries(
        Object.entries(known.fields).map(([name, field]) => [
          name,
          handlebarsData((value as Readonly<Record<string, unknown>>)[name], field, format),
        ]),
      )
  }
}

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '')
    .replace(/\p{Cs}/gu, '\ufffd')
}
