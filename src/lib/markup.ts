import { escapeHtml } from './escape-html.ts'

/** HTML that is safe to put into a page: made by `markup`, never from text that came from elsewhere. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }

  toString(): string {
    return this.html
  }
}

type Piece = Markup | string | number | false | undefined | readonly Piece[]

/** A template of HTML in which every value is escaped unless it is markup itself. Lists are joined; false is nothing. */
export function markup(strings: TemplateStringsArray, ...values: Piece[]): Markup {
  return new Markup(strings.reduce((html, string, index) => html + written(values[index - 1]) + string))
}

function written(piece: Piece): string {
  if (piece === undefined || piece === false) return ''
  if (piece instanceof Markup) return piece.html
  if (typeof piece === 'string' || typeof piece === 'number') return escapeHtml(String(piece))
  return piece.map(written).join('')
}
